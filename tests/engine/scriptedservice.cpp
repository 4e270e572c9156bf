// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/scriptedservice.h"

#include <QBuffer>
#include <QEventLoop>
#include <QImage>
#include <QNetworkAccessManager>
#include <QNetworkReply>

using namespace Qt::StringLiterals;

ScriptedService::ScriptedService()
    : submit([this](HttpScript::Peer &peer, int n) { accept(peer, n); })
    , upload([this](HttpScript::Peer &peer, int n) { keep(peer, n); })
    , poll([this](HttpScript::Peer &peer, int) { complete(peer); })
    , download([this](HttpScript::Peer &peer, int) { sendPicture(peer); })
    , m_http([this](const HttpScript::PeerPtr &peer) { answer(peer); })
{
}

void ScriptedService::answer(const HttpScript::PeerPtr &peer)
{
    if (peer->request().target.endsWith("/uploadMedia")) {
        ++uploads;
        if (!holdUpload || !holdUpload(peer, uploads))
            upload(*peer, uploads);
    } else if (peer->request().method == "POST")
        submit(*peer, ++submissions);
    else if (peer->request().target.contains("/prediction/"))
        poll(*peer, ++polls);
    else if (peer->request().target.endsWith("/balance"))
        tellBalance(*peer);
    else if (peer->request().target.endsWith("/round-trip"))
        peer->json(200, "{}");
    else
        download(*peer, ++downloads);
}

void ScriptedService::roundTrip() const
{
    QNetworkAccessManager manager;
    QNetworkReply *reply = manager.get(QNetworkRequest(m_http.url(u"/round-trip"_s)));
    QEventLoop loop;
    QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
}

void ScriptedService::tellBalance(HttpScript::Peer &peer)
{
    ++balances;
    peer.json(200, R"({"available":{"value":")" + balance + R"(","currency":"usd"}})");
}

void ScriptedService::accept(HttpScript::Peer &peer, int n) const
{
    peer.json(200,
              R"({"code":200,"data":{"id":"p%1","status":"starting","outputs":null}})"_ba.replace(
                  "%1", QByteArray::number(n)));
}

void ScriptedService::keep(HttpScript::Peer &peer, int n) const
{
    const QByteArray link = m_http.url(u"/uploads/%1.png"_s.arg(n)).toEncoded();
    peer.json(200, R"({"code":200,"data":{"download_url":")" + link + R"("}})");
}

void ScriptedService::running(HttpScript::Peer &peer) const
{
    peer.json(200, R"({"code":200,"data":{"id":"p","status":"processing","outputs":null}})");
}

void ScriptedService::complete(HttpScript::Peer &peer, int outputs) const
{
    QByteArrayList urls;
    for (int i = 0; i < outputs; ++i)
        urls.append('"' + m_http.url(u"/files/%1"_s.arg(i)).toEncoded() + '"');
    peer.json(200,
              R"({"code":200,"data":{"id":"p","status":"completed","outputs":[)" + urls.join(',')
                  + "]}}");
}

void ScriptedService::sendPicture(HttpScript::Peer &peer) const
{
    peer.reply(200, picture(), {{"Content-Type", "application/octet-stream"}});
}

void ScriptedService::refuse(HttpScript::Peer &peer, int status, const QByteArray &message)
{
    peer.json(status,
              R"({"code":%1,"msg":"%2","request_id":"r-1","data":null})"_ba
                  .replace("%1", QByteArray::number(status))
                  .replace("%2", message));
}

QByteArray ScriptedService::picture()
{
    QImage image(8, 8, QImage::Format_RGB32);
    image.fill(Qt::darkCyan);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    image.save(&buffer, "PNG");
    return bytes;
}
