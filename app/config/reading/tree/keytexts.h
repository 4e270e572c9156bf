// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>
#include <QString>

namespace config {

/// The texts of a file's keys: the same few stand in every job, and share their memory.
class KeyTexts
{
public:
    QString of(QByteArrayView utf8);

private:
    QHash<QByteArray, QString> m_known;
};

} // namespace config
