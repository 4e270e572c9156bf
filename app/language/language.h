// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>

class QCoreApplication;

namespace language {

/// Puts the interface into the language of `locale`: our own texts (`:/i18n/rushes_*.qm`) and
/// Qt's, dates and numbers. Every Chinese locale written in the traditional script gets the texts
/// of zh_TW. Where there is no translation the texts stay English. A second call replaces the first
/// language. Returns whether our own texts were translated.
bool install(QCoreApplication &app, const QLocale &locale = QLocale::system());

} // namespace language
