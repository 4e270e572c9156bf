// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/httpscript.h"

#include <functional>

/// An Atlas Cloud whose answers a test decides one by one. What a test doesn't decide goes well:
/// every submission is accepted, every prediction is done at once, and its file is a small PNG.
/// `n` counts the requests of that kind from 1.
class ScriptedService
{
public:
    using Answer = std::function<void(HttpScript::Peer &peer, int n)>;

    ScriptedService();

    QUrl baseUrl() const { return m_http.url(QStringLiteral("/api/v1")); }
    const HttpScript &http() const { return m_http; }
    /// The network between us and the service is gone, and is there again.
    void goAway() { m_http.goAway(); }
    void comeBack() { m_http.comeBack(); }
    /// A request of a test's own, to its end, whatever that is: what was sent before, or answered,
    /// has come by then.
    void roundTrip() const;

    Answer submit;
    Answer upload;
    /// Asked before `upload`: true where it answers later by itself.
    std::function<bool(const HttpScript::PeerPtr &peer, int n)> holdUpload;
    Answer poll;
    Answer download;
    QByteArray balance = "125.500000"; ///< USD
    int submissions = 0;
    int uploads = 0;
    int polls = 0;
    int downloads = 0;
    int balances = 0;

    void accept(HttpScript::Peer &peer, int n) const;
    /// A link of its own for each upload.
    void keep(HttpScript::Peer &peer, int n) const;
    void running(HttpScript::Peer &peer) const;
    /// Completed, with as many outputs.
    void complete(HttpScript::Peer &peer, int outputs = 1) const;
    void sendPicture(HttpScript::Peer &peer) const;
    static void refuse(HttpScript::Peer &peer, int status, const QByteArray &message);
    static QByteArray picture();

private:
    void tellBalance(HttpScript::Peer &peer);
    void answer(const HttpScript::PeerPtr &peer);

    HttpScript m_http;
};
