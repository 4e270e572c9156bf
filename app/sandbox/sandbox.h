// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/cost.h"
#include "sandbox/faults.h"

#include <QObject>
#include <QString>
#include <QUrl>

#include <tl/expected.hpp>

#include <chrono>
#include <memory>

namespace sandbox {

/// Which of the API's two dialects it answers in (docs/atlas-api.md).
enum class Dialect { Article, Live };

struct Options
{
    Dialect dialect = Dialect::Live;
    double speed = 1; ///< times from the catalog are divided by it
    quint32 seed = 1; ///< of the faults and of the spread of times
    Faults faults;
    /// One JSON line for each event of note, added at its end; empty: none (see Journal).
    QString logFile;
    /// Where it keeps what it accepted, so that the next sandbox goes on with it (see StateFile):
    /// generations go on as if it had served all the while, the balance is `balance` less what was
    /// charged, a double submission is recognised, and uploads stay, in a folder beside the file,
    /// for as long as their links live. Empty: all is gone when it ends.
    QString stateFile;
    quint16 port = 0; ///< 0: any free one
    /// How long a link lives, whatever the speed: that of a result, after which the next poll gives
    /// another, and that of an upload. Not above zero: for ever. A link that is over answers 403.
    std::chrono::milliseconds resultLife = std::chrono::hours(14 * 24);
    std::chrono::milliseconds uploadLife = std::chrono::hours(24);
    batch::Cost balance = batch::Cost::fromMicros(125'500'000);
    /// Keys that are accepted; empty: any but an empty one.
    QByteArrayList keys;
    /// Models, prices, times and schemas, as a snapshot in the form of resources/catalog.json.
    /// Empty, or a list without entries: every model is accepted, at the price and with the times
    /// of one that isn't known (article: 0.05 a generation); else only these are.
    QByteArray models;
};

/// For the sandbox that a program runs within itself: what it accepted outlives the program, in the
/// user's cache folder, so that a batch can be resumed; and its money doesn't run out meanwhile.
Options ownOptions();

/// An Atlas Cloud on loopback that draws real PNGs and encodes real MP4s, for free. Runs in a
/// thread of its own; shares no code with the client, so that a mistake can't agree with itself.
///
/// What is given to a model as an input by a sandbox's own link must be there and of the right
/// kind, else the request is refused (400); the result shows the picture then. Links are known by
/// their tokens, so those to uploads of an earlier life hold on another port, too. Other addresses
/// on this machine can't be fetched; what is elsewhere on the web is taken unseen.
///
/// Setting type on a picture needs a QGuiApplication: a program without a window makes one on the
/// platform "offscreen" (QT_QPA_PLATFORM), which needs no display.
class Sandbox : public QObject
{
    Q_OBJECT
public:
    explicit Sandbox(Options options, QObject *parent = nullptr);
    /// Stops serving and waits for its thread.
    ~Sandbox() override;

    /// Waits until the server listens on 127.0.0.1; the error (a port that is taken, a log that
    /// can't be written, models that are no such snapshot, no QGuiApplication) is for people.
    tl::expected<void, QString> start();
    /// Other models than Options named, from the next request on; what is under way isn't touched.
    /// With an error, for people, the models stay as they were.
    tl::expected<void, QString> setModels(const QByteArray &models);
    /// All links, to results and uploads, are over from now on: they answer 403, a poll gives
    /// another, and a model can't fetch them as an input. To be called once started.
    void expireLinks();
    /// Such as http://127.0.0.1:40123/api/v1; valid once started.
    QUrl baseUrl() const;

    /// What it did so far, for tests. Safe from any thread. With a state file, what was accepted
    /// and refunded in earlier lives counts as well.
    struct Tally
    {
        int submissions = 0; ///< requests to submit, accepted or not
        int accepted = 0;
        /// Accepted though the very same request had been charged before and not refunded.
        int doubleCharges = 0;
        int refunded = 0; ///< generations that failed
        int polls = 0;
        int downloads = 0;       ///< downloads begun
        int keysAtDownloads = 0; ///< of which carried an Authorization header: must stay 0
        int uploads = 0;         ///< files that were taken in
        batch::Cost charged;     ///< without what was refunded
    };
    Tally tally() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace sandbox
