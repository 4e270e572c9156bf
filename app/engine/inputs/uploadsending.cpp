// SPDX-License-Identifier: GPL-3.0-or-later
//
// How content comes to the server: a few at once, and again where that can help.
#include "engine/inputs/uploads.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace engine {

void Uploads::queue(Content &content)
{
    content.stage = Content::Stage::Queued;
    m_queue.enqueue(content.file.digest);
    sendNext();
}

void Uploads::sendNext()
{
    if (m_stopped || m_gateTimer->isActive())
        return;
    while (!m_queue.isEmpty() && m_sending < mostAtOnce && m_tools.maySend())
        send(m_contents.at(m_queue.dequeue()));
}

void Uploads::send(Content &content)
{
    ++m_sending;
    content.stage = Content::Stage::Sending;
    content.sentAt = m_tools.clock.elapsed();
    content.call = m_tools.client.upload(content.file);
    const QString digest = content.file.digest;
    connect(content.call, &atlas::UploadCall::progress, this,
            [this, digest](qint64 sent, qint64 total) {
                const QList<InputFile> wanted = m_contents.at(digest).wanted;
                for (const InputFile &file : wanted)
                    emit progress(file, sent, total);
            });
    connect(content.call, &atlas::UploadCall::finished, this,
            [this, digest](const auto &answer) { sent(digest, answer); });
}

void Uploads::sent(const QString &digest, const tl::expected<atlas::Uploaded, atlas::Error> &answer)
{
    Content &content = m_contents.at(digest);
    --m_sending;
    content.call.clear();
    if (answer) {
        const QDateTime now = m_tools.clock.now();
        m_gate.passed(content.sentAt);
        content.upload = store::Upload{digest,
                                       m_tools.server,
                                       content.file.size,
                                       answer->link,
                                       now,
                                       now.addDuration(store::uploadLife)};
        m_byLink.insert(answer->link, digest);
        m_tools.store.recordUpload(*content.upload, [self = QPointer(this)](const auto &kept) {
            if (self && !kept)
                emit self->logged(kept.error().message);
        });
        emit logged(tr("uploaded: %1").arg(content.file.name));
        settle(content, {});
    } else {
        refused(content, answer.error());
    }
    sendNext();
}

void Uploads::refused(Content &content, const atlas::Error &error)
{
    if (sendsAgain(content, error))
        return;
    const QString words =
        tr("“%1” could not be uploaded: %2").arg(content.file.name, error.message);
    // No answer of the server's: the file itself is at fault (atlas::inspectUpload).
    if (error.kind == atlas::ErrorKind::Refused && error.httpStatus == 0)
        readAgain(content, words);
    else
        settle(content, words);
}

bool Uploads::sendsAgain(Content &content, const atlas::Error &error)
{
    switch (error.kind) {
    case atlas::ErrorKind::Key:
    case atlas::ErrorKind::Balance:
        sendFirst(content);
        emit turnedAway(error, content.sentAt);
        return true;
    case atlas::ErrorKind::RateLimited:
        closeGate(content.sentAt);
        sendFirst(content);
        return true;
    case atlas::ErrorKind::Busy:
        closeGate(content.sentAt);
        if (++content.tries < maxTries)
            sendFirst(content);
        return content.tries < maxTries;
    case atlas::ErrorKind::Network:
        emit unreached();
        break;
    default:
        break;
    }
    if (!m_tools.isServerAway())
        ++content.tries;
    const bool again = error.mayRetry && content.tries < maxTries;
    if (again)
        retry(content);
    return again;
}

void Uploads::sendFirst(Content &content)
{
    content.stage = Content::Stage::Queued;
    m_queue.prepend(content.file.digest);
}

void Uploads::closeGate(std::chrono::milliseconds sentAt)
{
    const auto now = m_tools.clock.elapsed();
    const bool isNews = m_gate.isNews(sentAt);
    const auto wait = std::max(m_gate.close(sentAt, now, m_chance) - now, 0ms);
    m_gateTimer->start(wait);
    if (isNews) {
        emit logged(tr("The server takes no uploads at present: goes on in %1 s.")
                        .arg((wait.count() + 999) / 1000));
    }
}

void Uploads::retry(Content &content)
{
    content.stage = Content::Stage::Waiting;
    if (!content.timer) {
        content.timer = m_tools.clock.createTimer(this);
        connect(content.timer, &Timer::timeout, this, [this, digest = content.file.digest] {
            Content &due = m_contents.at(digest);
            if (!m_stopped && due.stage == Content::Stage::Waiting)
                queue(due);
        });
    }
    content.timer->start(content.backoff.next(m_chance));
}

void Uploads::goOn()
{
    sendNext();
}

void Uploads::hurry()
{
    for (auto &[digest, content] : m_contents) {
        if (content.stage == Content::Stage::Waiting)
            content.timer->start(0ms);
    }
}

} // namespace engine
