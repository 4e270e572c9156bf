// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/submission.h"
#include "store/submissionstore.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>
#include <memory>

namespace store {

/// Why the ledger can't be used; for people.
struct LedgerError
{
    enum class Kind {
        Damaged,    ///< it is no database, or a broken one; see keepAside
        Newer,      ///< written by a later version of the program
        Busy,       ///< another program has held it for longer than the wait
        Unwritable, ///< no place, no right, no disk
    };

    Kind kind = Kind::Unwritable;
    QString message; ///< what, where, and what to do
};

/// The ledger: every submission of every batch of this user, and the uploads that live, in one
/// SQLite file (WAL, `synchronous=EXTRA`): a fact is on the disk, through a power cut, when its
/// `done` says so.
///
/// Opens itself with its first use, on the thread that it is used from from then on; where
/// that fails, or damage is met, the next use opens it anew. Several programs may have it open at
/// once: writers wait for each other, up to 5 s. A damaged file is reported as such by every use
/// and never replaced by itself, nor is one that was moved or deleted during use. Holds no key.
///
/// A fact that comes late doesn't take the place of a newer one (ledger/succession.h), and a
/// prediction's id is never lost: for what has left already, a full disk is met with a reserve
/// that is kept for that.
class Ledger : public SubmissionStore
{
public:
    /// `rushes/ledger.sqlite` in the user's data folder (XDG_DATA_HOME); the same for the window
    /// and the terminal.
    static QString defaultPath();

    /// How long a use waits for another program's.
    static constexpr std::chrono::milliseconds defaultWait{5000};

    explicit Ledger(QString path = defaultPath(), std::chrono::milliseconds wait = defaultWait);
    ~Ledger() override;

    QString path() const;
    /// Opens it, makes it if there is none, and brings an older one up to the present schema.
    tl::expected<void, LedgerError> open();

    void recordIntent(const Intent &intent, Done done) override;
    void recordAccepted(const QString &submission, const QString &predictionId, Done done) override;
    void recordOutcome(const QString &submission, const batch::JobResult &result,
                       Done done) override;

    void findUpload(const QString &digest, const QString &server, const QDateTime &now,
                    Found found) override;
    /// Drops all that are believed dead at its `at`.
    void recordUpload(const Upload &upload, Done done) override;
    void forgetUpload(const Upload &upload, Done done) override;

    /// Every submission of the batch to that server, in the order in which they were made, with
    /// those of the batch that it was saved from (see continueBatch).
    tl::expected<QList<Submission>, LedgerError> submissions(const QString &batch,
                                                             const QString &server);
    /// What the submissions to that server since then (by their intents) have cost or may have.
    tl::expected<batch::Cost, LedgerError> costsSince(const QString &server,
                                                      const QDateTime &since);
    /// A person's word on a submission that is unresolved or whose answer was never recorded, or
    /// that was accepted and isn't fetched. Does nothing for another one, nor for one that another
    /// took the place of.
    tl::expected<void, LedgerError> decide(const QString &submission, Decision decision);
    /// The batch `from` was saved under another name: what was and will be made for it stands for
    /// `to` too. A batch may go on with several.
    tl::expected<void, LedgerError> continueBatch(const QString &from, const QString &to);
    /// The batch's file was moved or renamed: all that stands under `from`, on every server, stands
    /// under `to` from now on.
    tl::expected<void, LedgerError> renameBatch(const QString &from, const QString &to);

    /// A batch, and a server to which submissions of it went.
    struct BatchAt
    {
        QString batch;
        QString server;
    };
    /// Whose predictions these are, at most 500; those first that have the most of them.
    tl::expected<QList<BatchAt>, LedgerError> batchesOf(const QStringList &predictionIds);

    /// Moves a damaged ledger aside, under a new name beside it, and begins a new one with
    /// whatever of the old one could still be read. Refuses while another program uses it.
    struct Salvage
    {
        QString keptAs;      ///< where the damaged one is now
        int submissions = 0; ///< how many could be read
    };
    static tl::expected<Salvage, QString> keepAside(const QString &path = defaultPath());

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// The month's beginning, local time, as UTC: what a monthly limit counts from.
QDateTime monthOf(const QDateTime &at);

} // namespace store
