// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QNetworkAccessManager>
#include <QObject>
#include <QPointer>
#include <QSet>

#include <deque>
#include <functional>

namespace engine {

/// The downloads of a run stand in line here: a few go on at once, through a network manager of
/// their own, so that no poll waits for a film. First come, first served.
class DownloadLine : public QObject
{
    Q_OBJECT
public:
    /// As many as QNetworkAccessManager opens connections to one host.
    static constexpr int places = 6;

    explicit DownloadLine(QObject *parent = nullptr);

    QNetworkAccessManager *network() { return &m_network; }

    /// Calls `go` when there is a place for `who`: at once, or later.
    void enter(QObject *who, std::function<void()> go);
    /// Gives back the place, or the place in the line.
    void leave(QObject *who);

private:
    struct Entry
    {
        QPointer<QObject> who;
        std::function<void()> go;
    };

    void serve();

    QNetworkAccessManager m_network;
    QSet<QObject *> m_inside;
    std::deque<Entry> m_line;
};

} // namespace engine
