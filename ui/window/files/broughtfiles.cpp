// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/files/broughtfiles.h"

#include "batch/expansion/expand.h"
#include "config/batchfile.h"
#include "media/fileformat.h"
#include "media/recipe/recipe.h"
#include "sheet/table.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSet>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

bool isTable(const QString &path)
{
    static const QStringList suffixes{u"csv"_s, u"tsv"_s, u"tab"_s, u"txt"_s};
    return suffixes.contains(QFileInfo(path).suffix().toLower());
}

bool isResult(const QString &path)
{
    return media::isSidecar(path) || media::formatOfFile(path) != media::FileFormat::Unknown;
}

/// Whether a batch file can say that job: one whose recipe was written to do harm could keep a
/// whole batch from being saved.
bool canBeSaved(const batch::Job &job)
{
    batch::BatchSource alone;
    alone.jobs = {batch::asEntry(job)};
    return config::writeBatch(alone, config::Format::Yaml).has_value();
}

class Reader
{
    Q_DECLARE_TR_FUNCTIONS(ui::BroughtFiles)

public:
    void readTable(const QString &path)
    {
        const QString name = QFileInfo(path).fileName();
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            m_brought.remarks.append(tr("%1 can't be read (%2).").arg(name, file.errorString()));
        else // what is larger than a sheet may be, the import explains
            m_brought.tables.append({name, file.read(sheet::maxSheetBytes + 1)});
    }

    void readResult(const QString &path)
    {
        const QFileInfo info(path);
        const auto recipe = media::readRecipe(path);
        if (!recipe)
            m_brought.remarks.append(recipe.error());
        else if (*recipe)
            take(**recipe, info);
        else
            m_withoutRecipe.append(info.fileName());
    }

    void noteBatch(const QString &path)
    {
        if (m_brought.batch.isEmpty())
            m_brought.batch = path;
        else
            m_brought.otherBatches.append(QFileInfo(path).fileName());
    }

    BroughtFiles end()
    {
        if (m_withoutRecipe.size() == 1) {
            m_brought.remarks +=
                tr("%1 doesn't say which job made it.").arg(m_withoutRecipe.first());
        } else if (!m_withoutRecipe.isEmpty()) {
            m_brought.remarks += tr("%n files don't say which job made them: %1.", nullptr,
                                    int(m_withoutRecipe.size()))
                                     .arg(listed(m_withoutRecipe));
        }
        return m_brought;
    }

private:
    void take(const media::Recipe &recipe, const QFileInfo &info)
    {
        BroughtResult result{info.fileName(), recipe.prompt, recipe.job()};
        batch::Job promptAlone;
        promptAlone.prompt = recipe.prompt;
        if (result.job) {
            const QString prediction = recipe.document.value("prediction"_L1).toString();
            if (!prediction.isEmpty() && m_predictions.contains(prediction))
                return;
            m_predictions.insert(prediction);
            if (result.job->name.trimmed().isEmpty())
                result.job->name = info.baseName();
        }
        if (canBeSaved(result.job.value_or(promptAlone)))
            m_brought.results.append(result);
        else
            m_brought.remarks.append(
                tr("%1 says something of its job that no batch file can say.").arg(result.file));
    }

    BroughtFiles m_brought;
    QSet<QString> m_predictions; ///< of the results so far
    QStringList m_withoutRecipe;
};

} // namespace

BroughtFiles readFiles(const QStringList &paths)
{
    Reader reader;
    for (const QString &path : paths) {
        if (isTable(path))
            reader.readTable(path);
        else if (isResult(path))
            reader.readResult(path);
        else
            reader.noteBatch(path);
    }
    return reader.end();
}

BroughtFiles readTable(const QString &path)
{
    Reader reader;
    reader.readTable(path);
    return reader.end();
}

QString listed(const QStringList &names)
{
    constexpr qsizetype most = 5;
    const QString list = names.mid(0, most).join(u", "_s);
    return names.size() > most ? list + u", …"_s : list;
}

} // namespace ui
