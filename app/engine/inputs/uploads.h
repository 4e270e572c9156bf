// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/client.h"
#include "engine/clock.h"
#include "engine/inputs/inputfile.h"
#include "engine/pace/backoff.h"
#include "store/uploadstore.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QQueue>
#include <QSet>
#include <QTemporaryDir>
#include <QUrl>

#include <functional>
#include <memory>
#include <optional>
#include <unordered_map>

namespace engine {

/// The links of this computer's files: each content is uploaded once, however many files and jobs
/// have it, and not at all while the store remembers one whose link lives. Files are read in the
/// pool; what the network spoils is sent again with growing waits, which all share where the server
/// has too much to do. Nothing here costs money.
///
/// Lives in the engine's thread. No signal comes from within a call.
class Uploads : public QObject
{
    Q_OBJECT
public:
    /// A link that has less than that to live is not given out: the model fetches it some time
    /// after the submission.
    static constexpr std::chrono::minutes leastLife{15};
    /// A link that was made so lately, or that a model could fetch so lately, is not dead.
    static constexpr std::chrono::minutes youngLife{10};
    /// How many are sent at once, and how often one that fails is tried. A rate limit is no
    /// failure.
    static constexpr int mostAtOnce = 3;
    static constexpr int maxTries = 8;

    /// What it works with; all of it must outlive this.
    struct Tools
    {
        atlas::Client &client;
        store::UploadStore &store;
        Clock &clock;
        QString server;                     ///< store::serverName
        std::function<bool()> maySend;      ///< false while the run pauses; see goOn
        std::function<bool()> isServerAway; ///< what fails then isn't counted
    };
    explicit Uploads(Tools tools, quint32 jitterSeed, QObject *parent = nullptr);
    ~Uploads() override;

    /// The file's link. Nothing: it isn't known yet; `linked` or `failed` will follow.
    std::optional<QUrl> link(const InputFile &file);
    /// link() has it at once.
    bool hasLink(const InputFile &file) const;
    /// The file may be another one by now: it is read anew before its link is given out again.
    /// Content that was uploaded before isn't uploaded a second time for that.
    void lookAnew(const InputFile &file);
    /// The link is that of an upload, and is still given out.
    bool isGivenOut(const QUrl &link) const { return m_byLink.contains(link); }
    /// A model can't fetch that link: it isn't given out, nor remembered, any more. Does nothing,
    /// and answers false, for one that is too young to be dead.
    bool drop(const QUrl &link);
    /// `maySend` may have become true.
    void goOn();
    /// The network is back: what waits for its next try is tried now.
    void hurry();
    /// Gives all up; no signal comes any more.
    void stop();

signals:
    /// link() has it now.
    void linked(const engine::InputFile &file);
    /// For people. Whoever asks again begins anew.
    void failed(const engine::InputFile &file, const QString &why);
    /// Bytes of it that have left, of all.
    void progress(const engine::InputFile &file, qint64 sent, qint64 total);
    /// The account, not the file, is why an upload that left at `sentAt` was refused: its key (401,
    /// 403) or its balance (402). It is sent again when it may.
    void turnedAway(const atlas::Error &error, std::chrono::milliseconds sentAt);
    /// An upload found no server.
    void unreached();
    /// One line for a log.
    void logged(const QString &line);

private:
    /// Bytes that are wanted at the server, by whichever files have them.
    struct Content
    {
        enum class Stage { Idle, Looking, Queued, Sending, Waiting };

        atlas::UploadFile file;
        std::optional<store::Upload> upload;
        QList<InputFile> wanted; ///< whose `linked` is due
        Stage stage = Stage::Idle;
        int tries = 0;
        Backoff backoff;
        Timer *timer = nullptr;
        QPointer<atlas::UploadCall> call;
        std::chrono::milliseconds sentAt{0};
    };

    // Which content a file has, and whether it has a link (uploads.cpp)
    void read(const InputFile &file);
    void inspectNext();
    void inspected(const InputFile &file, const tl::expected<atlas::UploadFile, QString> &found);
    Content &contentOf(const atlas::UploadFile &file);
    bool lives(const Content &content) const;
    bool isYoung(const store::Upload &upload) const;
    void want(Content &content, const InputFile &file);
    void look(const QString &digest);
    void settle(Content &content, const QString &error);
    void readAgain(Content &content, const QString &fault);

    // How content comes to the server (uploadsending.cpp)
    void queue(Content &content);
    void sendNext();
    void send(Content &content);
    void sent(const QString &digest, const tl::expected<atlas::Uploaded, atlas::Error> &answer);
    void refused(Content &content, const atlas::Error &error);
    bool sendsAgain(Content &content, const atlas::Error &error);
    void sendFirst(Content &content);
    void closeGate(std::chrono::milliseconds sentAt);
    void retry(Content &content);

    Tools m_tools;
    QRandomGenerator m_chance;
    std::shared_ptr<QTemporaryDir> m_scratch; ///< of last pictures; made with the first
    QHash<InputFile, QString> m_digests;      ///< of files that were read
    QSet<InputFile> m_beingRead;              ///< in the pool, or about to be
    QSet<InputFile> m_stale;     ///< of those: what was begun to be read is out of date
    QSet<InputFile> m_readAgain; ///< as another one was there when it was to leave
    QQueue<InputFile> m_toRead;
    int m_reading = 0;
    std::unordered_map<QString, Content> m_contents; ///< by digest; stay where they are
    QHash<QUrl, QString> m_byLink;                   ///< digests
    QQueue<QString> m_queue;                         ///< digests
    Gate m_gate;                                     ///< closed while the server has too much to do
    Timer *m_gateTimer;
    int m_sending = 0;
    bool m_stopped = false;
};

} // namespace engine
