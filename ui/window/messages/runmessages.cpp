// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/messages/runmessages.h"

#include "session/document/batchdocument.h"
#include "session/run/runsession.h"
#include "window/messages/messagebar.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QHash>

namespace ui {

using namespace Qt::StringLiterals;
using engine::PauseReason;

namespace {

/// What keeps jobs from being run, line by line. Where it is the same with several that an entry or
/// an included file makes, it is said once.
class Reasons
{
    Q_DECLARE_TR_FUNCTIONS(ui::RunMessages)
public:
    explicit Reasons(const BatchDocument *document)
        : m_document(document)
    {
    }

    /// A job, or an entry that makes none.
    void add(batch::JobId id)
    {
        const batch::Job *job = m_document->madeJob(id);
        const int row = m_document->rowOf(id);
        if (!job && row < 0)
            return; // gone in the meantime
        const QString maker = row >= 0
            ? m_document->entry(row).job.name
            : QFileInfo(m_document->includedFrom(m_document->madeIndexOf(id))).fileName();
        const QString place = row >= 0 ? QString::number(row) : maker;
        const auto problems = job ? m_document->problemsOf(id) : m_document->problems(row);
        for (const batch::Problem &problem : problems) {
            if (problem.severity == batch::Severity::Error)
                add(place + u'\n' + problem.message,
                    {maker, job ? job->name : maker, problem.message});
        }
    }

    QStringList lines() const
    {
        QStringList lines;
        for (const Reason &reason : m_reasons) {
            //: %1 is the entry or the file that makes so many jobs.
            const QString many = tr("%1 (%n jobs)", nullptr, reason.jobs).arg(reason.maker);
            lines += u"%1: %2"_s.arg(reason.jobs > 1 ? many : reason.job, reason.message);
        }
        return lines;
    }

private:
    struct Reason
    {
        QString maker;
        QString job;
        QString message;
        int jobs = 1;
    };

    void add(const QString &key, const Reason &reason)
    {
        const auto known = m_places.constFind(key);
        if (known != m_places.constEnd()) {
            ++m_reasons[*known].jobs;
            return;
        }
        m_places.insert(key, m_reasons.size());
        m_reasons.append(reason);
    }

    const BatchDocument *m_document;
    QList<Reason> m_reasons;
    QHash<QString, qsizetype> m_places;
};

bool anythingLeft(const engine::BatchProgress &progress)
{
    const int underWay = progress.submitting + progress.generating + progress.downloading;
    return underWay > 0 || progress.succeeded > 0 || progress.failed > 0;
}

} // namespace

RunMessages::RunMessages(const BatchDocument *document, RunSession *session, MessageBar *bar,
                         QObject *parent)
    : QObject(parent)
    , m_document(document)
    , m_session(session)
    , m_bar(bar)
{
    connect(session, &RunSession::batchProgressChanged, this, &RunMessages::tellPause);
    connect(session, &RunSession::finished, this, &RunMessages::tellEnd);
    connect(session, &RunSession::runningChanged, this, [this](bool running) {
        if (running)
            m_bar->dismiss(u"strays"_s);
    });
    connect(session, &RunSession::leftOut, this, &RunMessages::tellLeftOut);
    connect(session, &RunSession::refused, this, [this](const QString &message) {
        m_bar->tell(u"run"_s, {MessageBar::Kind::Warning, message, {}, {}});
    });
    connect(session, &RunSession::fileProblem, this, [this](const QString &message) {
        m_bar->tell(u"files"_s, {MessageBar::Kind::Error, message, {}, {}});
    });
}

void RunMessages::tellLeftOut(const QList<batch::JobId> &jobs)
{
    if (jobs.isEmpty()) {
        m_bar->dismiss(u"left-out"_s);
        return;
    }
    Reasons reasons(m_document);
    for (const batch::JobId id : jobs)
        reasons.add(id);
    m_bar->tell(u"left-out"_s,
                {MessageBar::Kind::Warning,
                 tr("%n job(s) with errors were left out of this run: nothing is paid for them.",
                    nullptr, static_cast<int>(jobs.size())),
                 reasons.lines(),
                 {}});
}

void RunMessages::tellPause()
{
    const QString topic = u"pause"_s;
    const auto &progress = m_session->batchProgress();
    if (!progress || !progress->paused || !m_session->isRunning()) {
        m_bar->dismiss(topic);
        return;
    }
    const MessageBar::Action stop{tr("Stop"), [this] { m_session->stop(); }};
    const MessageBar::Action preferences{tr("Preferences…"), [this] { emit preferencesWanted(); }};
    const auto goOn = [this](const QString &text) {
        return MessageBar::Action{text, [this] { m_session->resume(); }};
    };
    MessageBar::Message message{MessageBar::Kind::Warning, progress->pauseMessage, {}, {}, false};
    switch (*progress->paused) {
    case PauseReason::Key:
        message.actions = {preferences, goOn(tr("Go on")), stop};
        break;
    case PauseReason::Balance:
        message.actions = {goOn(anythingLeft(*progress) ? tr("Go on") : tr("Run anyway")), stop};
        break;
    case PauseReason::Budget:
        message.actions = {{tr("Change the budget"), [this] { emit budgetWanted(); }}, stop};
        break;
    case PauseReason::MonthlyLimit:
        message.actions = {preferences, stop};
        break;
    case PauseReason::Store:
    case PauseReason::Disk:
        message.actions = {goOn(tr("Try again")), stop};
        break;
    case PauseReason::Network:
        message.text = tr("The network is away. The batch goes on by itself when it is back.");
        message.details = {progress->pauseMessage};
        message.actions = {{tr("Leave for later"), [this] { m_session->leave(); }}, stop};
        break;
    }
    m_bar->tell(topic, message);
}

void RunMessages::tellEnd()
{
    m_bar->dismiss(u"pause"_s);
    tellStrays();
    const auto &progress = m_session->batchProgress();
    if (!progress || progress->failed == 0) {
        m_bar->dismiss(u"run"_s);
        return;
    }
    m_bar->tell(u"run"_s,
                {MessageBar::Kind::Warning,
                 tr("%n job(s) failed: the table says why.", nullptr, progress->failed),
                 {},
                 {{tr("Retry failed"), [this] { m_session->retryFailed(); }}}});
}

void RunMessages::tellStrays()
{
    const QStringList files = m_session->strayFiles();
    if (files.isEmpty())
        return;
    QStringList folders;
    for (const QString &file : files) {
        const QString folder = QDir::toNativeSeparators(QFileInfo(file).absolutePath());
        if (!folders.contains(folder))
            folders.append(folder);
    }
    m_bar->tell(u"strays"_s,
                {MessageBar::Kind::Information,
                 tr("%n file(s) of jobs that are no longer in the batch were fetched, into %1.",
                    nullptr, static_cast<int>(files.size()))
                     .arg(folders.join(u", "_s)),
                 files,
                 {}});
}

} // namespace ui
