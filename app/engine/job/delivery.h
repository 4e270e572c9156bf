// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/transfer/download.h"
#include "batch/result.h"
#include "engine/clock.h"
#include "engine/job/downloadline.h"
#include "engine/job/recipes.h"
#include "engine/job/resultfile.h"
#include "engine/pace/backoff.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>

namespace engine {

/// Brings the outputs of one finished prediction onto the disk, one after another: streams each
/// into its `.part`, checks what came, gives it its recipe, names it by its content, and tries
/// again with growing waits what broke on the way. It was paid for: nothing here ever gives it up
/// for good, and one that no recipe can be written into is kept as it came, with the recipe beside
/// it.
///
/// A file gets its name only when somebody has written down which one it will be (aboutToKeep):
/// so a program that dies in between finds it again, and doesn't fetch it twice.
class Delivery : public QObject
{
    Q_OBJECT
public:
    /// A try that failed is repeated so many times, and an expired link renewed so many times.
    static constexpr int maxTries = 8;
    static constexpr int maxRenewals = 6;

    /// The outputs that have a path are there already.
    Delivery(DownloadLine &line, Clock &clock, ResultFile place, QList<batch::Output> outputs,
             std::chrono::milliseconds timeout, QObject *parent = nullptr);
    ~Delivery() override;

    void start();
    /// Goes on after aboutToKeep; does nothing when it was left meanwhile.
    void keep();
    /// The network is back: what waits for its next try is tried now.
    void hurry();
    /// Goes on after linkExpired with the fresh links of the same outputs.
    void renew(const QList<batch::Output> &fresh);
    /// Stops at once; a part that can be taken up stays. No signal comes any more.
    void leave();
    /// Stops at once, leaving no part. What has come whole stays: see mayBeThere.
    void discard();

    /// With the paths of those that are there.
    const QList<batch::Output> &outputs() const { return m_outputs; }
    /// After aboutToKeep: with the path too that the next one is about to get.
    QList<batch::Output> plannedOutputs() const;
    /// Asked before a try that the network spoiled is counted: whether the fault may be the
    /// file's host's own. Always, unless set.
    std::function<bool()> countsTries = [] { return true; };
    /// An earlier program may have fetched an output already and not been able to say so: what it
    /// left is taken. Where it has its name, that is in place of a second file with the same
    /// content; where it has none, nothing is fetched: its link may be dead by now.
    bool mayBeThere = false;
    /// What the outputs were made from; one without a document isn't written.
    media::Recipe recipe;

signals:
    /// Bytes of the output that is being fetched; `total` is -1 while unknown.
    void progress(qint64 received, qint64 total);
    /// A try failed; the next one comes after `wait`.
    void retrying(const QString &why, std::chrono::milliseconds wait);
    /// The recipe is not in the output, where it should be: it is beside it, or lost. For people.
    void recipeFailed(const QString &what);
    /// A whole file has come: see keep.
    void aboutToKeep();
    /// The host of the file was not reached, or broke off.
    void unreached(const QString &why);
    /// The prediction must be asked for a new link: see renew.
    void linkExpired();
    void delivered();
    /// All tries are used up, or the disk refuses; for people.
    void gaveUp(const QString &why, bool disk);

private:
    /// What the thread pool makes of what was fetched.
    struct Finish
    {
        QString extension;
        QString flaw;      ///< it is to be fetched again; for people
        QString diskFault; ///< the disk could not take it; for people
        RecipeWriting recipe;
        QString same; ///< what an earlier program fetched
    };
    static Finish finished(const ResultFile &file, const media::Recipe &recipe, bool mayBeThere);

    ResultFile current() const;
    void next();
    void download();
    void downloaded(const tl::expected<qint64, atlas::DownloadError> &bytes);
    void take();
    void taken(const Finish &finish);
    void kept(const QString &path);
    media::Recipe currentRecipe() const;
    QString writeSidecar() const;
    void retry(const QString &why, bool counts = true);
    void giveUp(const QString &why, bool disk = false);
    void halt();

    DownloadLine &m_line;
    ResultFile m_place;
    QList<batch::Output> m_outputs;
    std::chrono::milliseconds m_timeout;
    qsizetype m_index = 0;
    int m_tries = 0;
    int m_renewals = 0;
    QString m_extension;                  ///< of what came last
    RecipeWriting m_recipe;               ///< likewise
    QString m_planned;                    ///< the name that it is about to get
    std::unique_ptr<QObject> m_finishing; ///< while the pool is at work; without it nobody waits
    Backoff m_backoff;
    Timer *m_timer;
    QPointer<atlas::Download> m_download;
};

} // namespace engine
