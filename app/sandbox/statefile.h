// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/acceptance.h"
#include "sandbox/links.h"

#include <QFile>
#include <QHash>
#include <QList>

#include <tl/expected.hpp>

namespace sandbox {

/// What sandboxes accepted, refunded and took in, so that the next one can go on with it: a file to
/// which each adds whole lines of JSON, in one write each. A line is there when `add` says so: it
/// outlives the program, though not a power cut. A line that was torn by a crash is passed over.
///
/// Several programs may use one file at once. What is older than `keptFor` is dropped when the
/// file is opened while no other program uses it.
class StateFile
{
public:
    static constexpr qint64 keptFor = 7 * 24 * 3600; ///< s

    /// The error is for people.
    tl::expected<void, QString> open(const QString &path);
    bool isOpen() const { return m_file.isOpen(); }

    /// False: it can't be written. Without an open file there is nothing to do, and that is true.
    bool add(const Acceptance &acceptance);
    bool add(const Refund &refund);
    bool add(const Upload &upload);

    /// What was added since the last call, by whomever: at first, all that there is.
    struct News
    {
        QList<Acceptance> acceptances;
        QHash<QString, Refund> refunds; ///< by the acceptance's id
        QList<Upload> uploads;
    };
    News news();

private:
    tl::expected<void, QString> openFile(const QString &path);
    bool lockAlone();
    void lockShared();
    bool isFileAt(const QString &path) const;
    void dropOld(const QString &path);
    bool addLine(const QByteArray &line);

    QFile m_file;
    qint64 m_read = 0; ///< bytes; up to where `news` has told
};

} // namespace sandbox
