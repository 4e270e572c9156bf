// SPDX-License-Identifier: GPL-3.0-or-later
#include "account/keychain.h"

#include "account/keychainservice.h"
#include "atlas/connection.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QTimer>

#include <qt6keychain/keychain.h>

namespace account {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(account::Keychain)
};

KeychainError noServiceError()
{
    return {true,
            Words::tr("There is no keychain service on this computer, such as GNOME Keyring or "
                      "KWallet.")};
}

KeychainError errorOf(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return noServiceError();
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return {true, Words::tr("The keychain is locked, or access to it was denied.")};
    default:
        return {false, Words::tr("The keychain reports: %1").arg(job.errorString())};
    }
}

template <typename Job>
Job *makeJob(QObject *parent)
{
    auto *job = new Job(u"Rushes"_s, parent);
    job->setKey(atlas::defaultBaseUrl().host());
    job->setInsecureFallback(false);
    return job;
}

/// Starts the job if there is a service, and then calls `done` with nothing, or with why not.
void start(QKeychain::Job *job, QObject *context, const Keychain::Answer &done)
{
    QObject::connect(job, &QKeychain::Job::finished, context, [job, done] {
        if (job->error() == QKeychain::NoError || job->error() == QKeychain::EntryNotFound)
            done({});
        else
            done(tl::unexpected(errorOf(*job)));
    });
    findKeychainService(context, [job, done](bool there) {
        if (there) {
            // From here on it belongs to nobody but itself: libsecret still calls one that was
            // deleted.
            job->setParent(nullptr);
            job->start();
            return;
        }
        delete job;
        done(tl::unexpected(noServiceError()));
    });
}

} // namespace

void Keychain::read(const KeyAnswer &answer)
{
    auto *job = makeJob<QKeychain::ReadPasswordJob>(&m_context);
    start(job, &m_context, [job, answer](const tl::expected<void, KeychainError> &done) {
        if (done)
            answer(atlas::ApiKey(job->textData().toUtf8()));
        else
            answer(tl::unexpected(done.error()));
    });
}

void Keychain::write(const atlas::ApiKey &key, const Answer &answer)
{
    auto *job = makeJob<QKeychain::WritePasswordJob>(&m_context);
    job->setTextData(QString::fromUtf8(key.secret()));
    start(job, &m_context, answer);
}

void Keychain::remove(const Answer &answer)
{
    start(makeJob<QKeychain::DeletePasswordJob>(&m_context), &m_context, answer);
}

atlas::ApiKey keyFromKeychain(std::chrono::milliseconds patience)
{
    atlas::ApiKey found;
    QEventLoop waiting;
    Keychain keychain;
    keychain.read([&](const tl::expected<atlas::ApiKey, KeychainError> &key) {
        found = key.value_or(atlas::ApiKey());
        waiting.quit();
    });
    QTimer::singleShot(patience, &waiting, &QEventLoop::quit);
    waiting.exec();
    return found;
}

} // namespace account
