// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/files/broughtback.h"

#include "batch/expansion/expand.h"
#include "batch/expansion/texts.h"
#include "batch/freenames.h"
#include "batch/references/references.h"
#include "catalog/request/mediainputs.h"
#include "jobs/jobedits.h"
#include "jobs/jobtext.h"
#include "session/document/batchdocument.h"
#include "session/document/renaming.h"
#include "window/files/broughtfiles.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

// Unqualified below: lupdate takes the first part of a qualified return type for the context of
// the texts inside.
using batch::Job;
using batch::JobSource;

/// An entry that says itself what its model had made of what nobody said, where the defaults would
/// say something else.
JobSource besideDefaults(const batch::BatchSource &source, JobSource entry,
                         const batch::Usual &usual)
{
    const Job alone = entry.job;
    const Job here = batch::withDefaults(source, entry);
    Job &own = entry.job;
    if (here.askedDuration(usual) != alone.askedDuration(usual))
        own.duration = alone.askedDuration(usual);
    const Job::Frame frame = alone.askedFrame(usual);
    if (here.askedFrame(usual) != frame || here.aspectRatio != alone.aspectRatio) {
        own.width = frame.width;
        own.height = frame.height;
        own.resolution = frame.resolution;
    }
    return entry;
}

/// What the defaults say and the entry can't unsay.
QStringList addedNames(const Job &alone, const Job &here, const batch::Usual &usual)
{
    QStringList names;
    const auto note = [&names](batch::Field field, bool isSame) {
        if (!isSame)
            names.append(jobtext::parameterName(batch::toKey(field)));
    };
    const Job::Frame was = alone.askedFrame(usual);
    const Job::Frame is = here.askedFrame(usual);
    note(batch::Field::Model, alone.model == here.model);
    note(batch::Field::Prompt, alone.prompt == here.prompt);
    note(batch::Field::Width, was.width == is.width);
    note(batch::Field::Height, was.height == is.height);
    note(batch::Field::AspectRatio, alone.aspectRatio == here.aspectRatio);
    note(batch::Field::Duration, alone.askedDuration(usual) == here.askedDuration(usual));
    note(batch::Field::Resolution, was.resolution == is.resolution);
    note(batch::Field::Image, alone.picture() == here.picture());
    note(batch::Field::Seed, alone.seed == here.seed);
    note(batch::Field::NegativePrompt, alone.negativePrompt == here.negativePrompt);
    for (const QString &param : here.params.keys()) {
        if (!alone.params.contains(param))
            names.append(param);
    }
    return names;
}

/// Whether it can only be a file that lies beside the batch, or in a folder there.
bool isBesideTheBatch(const QString &address)
{
    const QString path = QDir::cleanPath(address);
    return QDir::isRelativePath(path) && !address.startsWith("file:"_L1, Qt::CaseInsensitive)
        && path != ".."_L1 && !path.startsWith("../"_L1);
}

/// The texts in a parameter that are written as files are which lie elsewhere.
QStringList pathsElsewhere(const QJsonValue &value)
{
    QStringList paths;
    const auto add = [&paths](const auto &values) {
        for (const QJsonValue &each : values)
            paths += pathsElsewhere(each);
    };
    const QString text = value.toString().trimmed();
    if (value.isArray())
        add(value.toArray());
    else if (value.isObject())
        add(value.toObject());
    else if (batch::isLocalFile(text) && !isBesideTheBatch(text))
        paths.append(text);
    return paths;
}

/// The files of this computer that the job would have uploaded, as it writes them, each once. Its
/// picture is one of them, even where its model of now has no use for it; and so are whole paths in
/// its parameters: which of these take files may be known only when the model's schema comes.
QStringList ownFiles(const Job &job, const catalog::Model *model)
{
    QStringList addresses{job.image.value_or(QString()).trimmed(),
                          job.imageUrl.value_or(QString()).trimmed()};
    for (const catalog::MediaInput &input : catalog::mediaInputs(job, model))
        addresses.append(input.address);
    addresses += pathsElsewhere(job.params);
    addresses.removeDuplicates();
    addresses.removeIf([](const QString &address) { return !batch::isLocalFile(address); });
    return addresses;
}

class BringingBack
{
    Q_DECLARE_TR_FUNCTIONS(ui::BringingBack)

public:
    explicit BringingBack(const BatchDocument &document)
        : m_document(document)
        , m_names(document.batch().jobs)
    {
        for (const Job &job : document.batch().jobs)
            m_here.insert(job.name);
        for (const JobSource &entry : document.source().jobs)
            m_names.note(entry.job.name);
    }

    void add(const BroughtResult &result)
    {
        if (!result.job) {
            addPrompt(result);
            return;
        }
        Job job = *result.job;
        const QString was = job.name;
        job.name = m_names.take(was);
        // Of two that were called alike the first one keeps what refers to them.
        if (!m_renames.contains(was))
            m_renames.insert(was, job.name);
        m_jobs.append(job);
    }

    BroughtBack end()
    {
        for (Job &job : m_jobs) {
            remarkReferences(job);
            lookAtFiles(job);
            const JobSource alone = batch::asEntry(followed(JobSource(job), m_renames).job);
            const batch::Usual usual = m_document.catalog().usualOf(job.model);
            const JobSource entry = besideDefaults(m_document.source(), alone, usual);
            remarkDefaults(job.name, alone.job, entry, usual);
            m_back.entries.append(entry);
        }
        m_back.entries += m_prompts;
        remarkPrompts();
        return m_back;
    }

private:
    void addPrompt(const BroughtResult &result)
    {
        if (!m_pattern)
            m_pattern = pattern();
        Job job = *m_pattern;
        job.id = batch::newJobId();
        const QString name = m_names.take(result.file.section(u'.', 0, -2));
        job.name = batch::withoutMeaning(name, batch::Braces::Names);
        job.prompt = batch::withoutMeaning(result.prompt, batch::Braces::NamesAndChoices);
        m_prompts.append(job);
        m_promptFiles.append(result.file);
    }

    Job pattern() const
    {
        QList<Job> written;
        for (const JobSource &entry : m_document.source().jobs)
            written.append(entry.job);
        return newJobBeside(written, m_document.jobCount() - 1, batch::MediaType::Image,
                            m_document.catalog());
    }

    void remarkReferences(const Job &job)
    {
        for (const QString &name : batch::referredJobs(job)) {
            if (m_renames.contains(name))
                continue;
            const QString words = m_here.contains(name)
                ? tr("“%1” starts from the result of “%2”. The job of that name was here before: "
                     "if it isn't the one that is meant, choose another picture.")
                : tr("“%1” starts from the result of “%2”, which isn't here: bring that one back, "
                     "too, or choose another picture.");
            m_back.remarks.append(words.arg(job.name, name));
        }
    }

    /// Anyone can write a recipe, and a run uploads the files that it names: what lies elsewhere
    /// isn't until a person has switched the job on.
    void lookAtFiles(Job &job)
    {
        const QString model = batch::withDefaults(m_document.source(), JobSource(job)).model;
        const QString path = m_document.path();
        const QString folder = path.isEmpty() ? QString() : QFileInfo(path).absolutePath();
        QStringList beside;
        QStringList elsewhere;
        for (const QString &address : ownFiles(job, m_document.catalog().find(model))) {
            if (isBesideTheBatch(address))
                beside.append(address);
            else
                elsewhere.append(QDir::toNativeSeparators(batch::localFile(address, folder)));
        }
        if (beside.size() == 1) {
            m_back.remarks.append(tr("“%1” starts from the file %2, which is looked for beside "
                                     "this batch: see whether it is the one that is meant.")
                                      .arg(job.name, beside.first()));
        } else if (!beside.isEmpty()) {
            m_back.remarks.append(tr("“%1” starts from files that are looked for beside this "
                                     "batch: %2. See whether they are the ones that are meant.")
                                      .arg(job.name, listed(beside)));
        }
        if (!elsewhere.isEmpty()) {
            job.enabled = false;
            m_back.remarks.append(tr("“%1” is switched off, because a run would upload files of "
                                     "this computer for it: %2. Switch it on if you want that.")
                                      .arg(job.name, listed(elsewhere)));
        }
    }

    void remarkDefaults(const QString &name, const Job &alone, const JobSource &entry,
                        const batch::Usual &usual)
    {
        const Job here = batch::withDefaults(m_document.source(), entry);
        const QStringList names = addedNames(alone, here, usual);
        if (!names.isEmpty()) {
            m_back.remarks.append(
                tr("The values for all jobs add something to “%1” that it was made without: %2.")
                    .arg(name, names.join(u", "_s)));
        }
    }

    void remarkPrompts()
    {
        if (m_promptFiles.size() == 1) {
            m_back.remarks.append(tr("%1 was made by another program and says only its prompt: "
                                     "choose the model and the size.")
                                      .arg(m_promptFiles.first()));
        } else if (!m_promptFiles.isEmpty()) {
            m_back.remarks.append(tr("%n files were made by other programs and say only their "
                                     "prompts: choose the models and the sizes.",
                                     nullptr, int(m_promptFiles.size())));
        }
    }

    const BatchDocument &m_document;
    QSet<QString> m_here; ///< the names of the jobs that were there before
    batch::FreeNames m_names;
    Renames m_renames;
    QList<Job> m_jobs;
    std::optional<Job> m_pattern; ///< of a job with a prompt alone
    QList<JobSource> m_prompts;
    QStringList m_promptFiles;
    BroughtBack m_back;
};

} // namespace

BroughtBack bringBack(const QList<BroughtResult> &results, const BatchDocument &document)
{
    BringingBack back(document);
    for (const BroughtResult &result : results)
        back.add(result);
    return back.end();
}

} // namespace ui
