// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/cost.h"
#include "sandbox/faults.h"

#include <QObject>
#include <QString>
#include <QUrl>

#include <tl/expected.hpp>

#include <memory>

namespace sandbox {

/// Which of the API's two dialects it answers in (ATLAS_API.md).
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
    /// charged, and a double submission is recognised. Empty: all is gone when it ends.
    QString stateFile;
    quint16 port = 0; ///< 0: any free one
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
        batch::Cost charged;     ///< without what was refunded
    };
    Tally tally() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace sandbox
