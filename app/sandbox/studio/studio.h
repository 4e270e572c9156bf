// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/order.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTemporaryDir>
#include <QThreadPool>

#include <tl/expected.hpp>

#include <atomic>

namespace sandbox {

/// A finished file.
struct Work
{
    QString path;
    QByteArray contentType;
    QByteArray tag; ///< its ETag, quoted
};

/// Makes the files of orders, at most two at once, in threads of its own, and keeps them in a
/// temporary folder for as long as it lives. Identical orders share a file.
class Studio : public QObject
{
    Q_OBJECT
public:
    explicit Studio(QObject *parent = nullptr);
    /// Breaks off what is being made.
    ~Studio() override;

    /// The temporary folder stands; else why not, for people.
    tl::expected<void, QString> check() const;
    /// Where further files can be kept as long as the studio lives.
    QString folder() const { return m_folder.path(); }

    /// Begins the file of that order, unless it is there or under way.
    void make(const Order &order);
    bool isDone(const QByteArray &digest) const { return m_works.contains(digest); }
    bool isUnderWay(const QByteArray &digest) const { return m_underWay.contains(digest); }
    /// Once done: the file, or why there is none.
    tl::expected<Work, QString> work(const QByteArray &digest) const
    {
        return m_works.value(digest);
    }

signals:
    void done(const QByteArray &digest);

private:
    QTemporaryDir m_folder;
    QThreadPool m_pool;
    QSet<QByteArray> m_underWay;
    QHash<QByteArray, tl::expected<Work, QString>> m_works;
    std::atomic_bool m_stop = false;
};

} // namespace sandbox
