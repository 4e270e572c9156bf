// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace ui {

/// The first table of a page, tab-separated, in UTF-8; empty where there is none: two columns at
/// least make one. May be called on any thread.
QByteArray tableInHtml(const QString &html);

} // namespace ui
