// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

#include <tl/expected.hpp>

namespace sandbox {

/// The files that generations start from: what was uploaded, and results that were given to
/// another model. Each is kept once, by its content, and no longer than the state file keeps what
/// was accepted. Several programs may share a folder.
class InputFolder
{
public:
    /// Removes what was used last too long ago. The folder is made when it is needed.
    void open(const QString &path);

    /// Where that content is kept now; the error is the system's.
    tl::expected<QString, QString> keep(const QByteArray &content);
    /// Likewise for a copy of that file.
    tl::expected<QString, QString> keepCopy(const QString &file);
    QString pathOf(const QString &name) const { return m_path + u'/' + name; }

private:
    QString m_path;
    QHash<QString, QString> m_copies; ///< of files that don't change
};

/// SHA-256, hex.
QByteArray contentDigest(const QByteArray &content);

} // namespace sandbox
