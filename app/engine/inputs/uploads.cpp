// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/inputs/uploads.h"

#include "engine/models/inpool.h"

#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace engine {

namespace {
constexpr int mostRead = 2; ///< files at once: a disk is no faster with more
}

Uploads::Uploads(Tools tools, quint32 jitterSeed, QObject *parent)
    : QObject(parent)
    , m_tools(std::move(tools))
    , m_chance(jitterSeed ? jitterSeed : QRandomGenerator::global()->generate())
    , m_gate(Backoff(4s, 60s))
    , m_gateTimer(m_tools.clock.createTimer(this))
{
    connect(m_gateTimer, &Timer::timeout, this, &Uploads::sendNext);
}

Uploads::~Uploads()
{
    stop();
}

std::optional<QUrl> Uploads::link(const InputFile &file)
{
    const auto digest = m_digests.constFind(file);
    if (digest != m_digests.constEnd()) {
        Content &content = m_contents.at(*digest);
        if (lives(content))
            return content.upload->link;
        want(content, file);
    } else {
        read(file);
    }
    return std::nullopt;
}

bool Uploads::hasLink(const InputFile &file) const
{
    const auto digest = m_digests.constFind(file);
    return digest != m_digests.constEnd() && lives(m_contents.at(*digest));
}

void Uploads::read(const InputFile &file)
{
    if (m_stopped || m_beingRead.contains(file))
        return;
    m_beingRead.insert(file);
    m_toRead.enqueue(file);
    inspectNext();
}

void Uploads::lookAnew(const InputFile &file)
{
    if (m_beingRead.contains(file) && !m_toRead.contains(file))
        m_stale.insert(file);
    const auto digest = m_digests.constFind(file);
    if (digest == m_digests.constEnd())
        return;
    Content &content = m_contents.at(*digest);
    m_digests.erase(digest);
    // Whoever waits for it, waits for what the file is by now.
    if (content.wanted.removeOne(file))
        read(file);
}

bool Uploads::lives(const Content &content) const
{
    return content.upload && content.upload->until > m_tools.clock.now().addDuration(leastLife);
}

/// One that was made in the future was made before somebody set the clock back.
bool Uploads::isYoung(const store::Upload &upload) const
{
    const QDateTime now = m_tools.clock.now();
    return upload.at <= now && upload.at.addDuration(youngLife) > now;
}

void Uploads::inspectNext()
{
    while (m_reading < mostRead && !m_toRead.isEmpty()) {
        ++m_reading;
        const InputFile file = m_toRead.dequeue();
        if (file.lastFrame && !m_scratch)
            m_scratch = std::make_shared<QTemporaryDir>();
        // The folder stays for as long as somebody may write to it.
        const auto inspect = [file, scratch = m_scratch] {
            return inspectInput(file, scratch && scratch->isValid() ? scratch->path() : QString());
        };
        inPool<tl::expected<atlas::UploadFile, QString>>(
            this, inspect, [this, file](const auto &found) { inspected(file, found); });
    }
}

void Uploads::inspected(const InputFile &file,
                        const tl::expected<atlas::UploadFile, QString> &found)
{
    if (m_stopped)
        return;
    m_beingRead.remove(file);
    --m_reading;
    if (m_stale.remove(file)) {
        read(file);
        return;
    }
    inspectNext();
    if (!found) {
        m_readAgain.remove(file);
        emit failed(file, found.error());
        return;
    }
    m_digests.insert(file, found->digest);
    Content &content = contentOf(*found);
    if (lives(content)) {
        m_readAgain.remove(file);
        emit linked(file);
    } else {
        want(content, file);
    }
}

Uploads::Content &Uploads::contentOf(const atlas::UploadFile &file)
{
    const auto known = m_contents.find(file.digest);
    if (known != m_contents.end()) {
        // What was read last is the likeliest to be there still.
        known->second.file = file;
        return known->second;
    }
    Content content{file, {}, {}, Content::Stage::Idle, 0, Backoff(2s, 60s), nullptr, {}, {}};
    return m_contents.emplace(file.digest, std::move(content)).first->second;
}

void Uploads::want(Content &content, const InputFile &file)
{
    if (m_stopped)
        return;
    if (!content.wanted.contains(file))
        content.wanted.append(file);
    if (content.stage != Content::Stage::Idle)
        return;
    content.stage = Content::Stage::Looking;
    content.tries = 0;
    content.backoff.reset();
    QMetaObject::invokeMethod(
        this, [this, digest = content.file.digest] { look(digest); }, Qt::QueuedConnection);
}

void Uploads::look(const QString &digest)
{
    if (m_stopped)
        return;
    const auto found = [self = QPointer(this), digest](const auto &upload) {
        if (!self || self->m_stopped)
            return;
        Content &content = self->m_contents.at(digest);
        if (!upload || !*upload) { // what the store can't tell is sent once more
            self->queue(content);
            return;
        }
        content.upload = **upload;
        self->m_byLink.insert(content.upload->link, digest);
        self->settle(content, {});
    };
    m_tools.store.findUpload(digest, m_tools.server, m_tools.clock.now().addDuration(leastLife),
                             found);
}

/// Those that wait hear of it.
void Uploads::settle(Content &content, const QString &error)
{
    content.stage = Content::Stage::Idle;
    const QList<InputFile> wanted = std::exchange(content.wanted, {});
    for (const InputFile &file : wanted) {
        m_readAgain.remove(file);
        if (error.isEmpty()) {
            emit linked(file);
        } else {
            m_digests.remove(file); // it is read anew: it may be another one by then
            emit failed(file, error);
        }
    }
}

/// The file that was to leave isn't the one that was read, nor need it be the only one with that
/// content: each that waits is what it is by now. Once; one that changes all the time is none to
/// start from.
void Uploads::readAgain(Content &content, const QString &fault)
{
    content.stage = Content::Stage::Idle;
    const QList<InputFile> wanted = std::exchange(content.wanted, {});
    for (const InputFile &file : wanted) {
        m_digests.remove(file);
        if (m_readAgain.remove(file)) {
            emit failed(file, fault);
        } else {
            m_readAgain.insert(file);
            read(file);
        }
    }
}

bool Uploads::drop(const QUrl &link)
{
    const auto digest = m_byLink.constFind(link);
    if (digest == m_byLink.constEnd())
        return true;
    Content &content = m_contents.at(*digest);
    const bool isPresent = content.upload && content.upload->link == link;
    if (isPresent && isYoung(*content.upload))
        return false;
    m_byLink.erase(digest);
    if (isPresent) {
        m_tools.store.forgetUpload(*content.upload, [](const auto &) {});
        content.upload.reset();
    }
    return true;
}

void Uploads::stop()
{
    m_stopped = true;
    m_queue.clear();
    m_toRead.clear();
    m_gateTimer->stop();
    for (auto &[digest, content] : m_contents) {
        if (content.call) {
            content.call->disconnect(this);
            content.call->abort();
        }
        if (content.timer)
            content.timer->stop();
    }
}

} // namespace engine
