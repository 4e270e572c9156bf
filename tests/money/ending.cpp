// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold at the end of a batch.
#include "media/fileformat.h"
#include "money/scene.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

using namespace Qt::StringLiterals;

namespace money {

namespace {

using Standings = QHash<QString, QJsonObject>;

QString textOf(const QJsonObject &result, QLatin1StringView key)
{
    return result.value(key).toString();
}

QStringList wrongJobs(const Standings &standings)
{
    QStringList wrong;
    for (auto each = standings.begin(); each != standings.end(); ++each) {
        const QString status = textOf(*each, "status"_L1);
        if (status != "success"_L1 && status != "unresolved"_L1)
            wrong.append(
                u"%1 stands as “%2”: %3"_s.arg(each.key(), status, textOf(*each, "error"_L1)));
    }
    return wrong;
}

QStringList wrongSales(const Standings &standings, const Books &books, Disk disk)
{
    QStringList wrong;
    for (const QString &prompt : books.chargedTwice())
        wrong.append(u"%1 was paid for twice"_s.arg(prompt));
    for (const Sale &sale : books.sales()) {
        const QJsonObject result = standings.value(sale.prompt);
        const bool isHeld = textOf(result, "status"_L1) == "unresolved"_L1;
        const bool isFetched = textOf(result, "status"_L1) == "success"_L1
            && textOf(result, "prediction_id"_L1) == sale.id;
        if (isHeld && sale.isAskedFor && disk == Disk::Fine)
            wrong.append(u"%1 is held, though %2 was known"_s.arg(sale.prompt, sale.id));
        if (!sale.isRefunded && !isHeld && !isFetched) {
            wrong.append(u"%1 was paid for as %2, but stands as “%3”, %4"_s.arg(
                sale.prompt, sale.id, textOf(result, "status"_L1),
                textOf(result, "prediction_id"_L1)));
        }
    }
    return wrong;
}

QString wrongWithFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return u"%1 can't be read"_s.arg(path);
    const media::FileFormat format = media::formatOf(file.read(64));
    const bool isKnown = format == media::FileFormat::Png || format == media::FileFormat::Mp4;
    if (!isKnown || !media::isWhole(path, format))
        return u"%1 is not whole"_s.arg(path);
    return {};
}

/// Whether it is the recipe of a file beside it, where that had no room for it inside.
bool isRecipe(const QString &path)
{
    constexpr auto ending = ".recipe.json"_L1;
    QFile file(path);
    return path.endsWith(ending) && QFileInfo::exists(path.chopped(ending.size()))
        && file.open(QIODevice::ReadOnly) && QJsonDocument::fromJson(file.readAll()).isObject();
}

QStringList wrongFiles(const Standings &standings, const QString &folder, Disk disk)
{
    QSet<QString> expected;
    for (const QJsonObject &result : standings) {
        if (textOf(result, "status"_L1) == "success"_L1)
            expected.insert(QDir(folder).absoluteFilePath(textOf(result, "local_path"_L1)));
    }
    QStringList wrong;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        // A death in the moment when a stale lock is taken over leaves the lock of that.
        const bool isLock = QFileInfo(path).fileName().startsWith(".rushes.lock."_L1);
        if (isLock || isRecipe(path) || path == QDir(folder).filePath(u"manifest.json"_s))
            continue;
        if (!expected.remove(path) && disk == Disk::Fine)
            wrong.append(u"%1 belongs to no job"_s.arg(path));
        else if (const QString found = wrongWithFile(path); !found.isEmpty())
            wrong.append(found);
    }
    for (const QString &path : std::as_const(expected))
        wrong.append(u"%1 is not there"_s.arg(path));
    return wrong;
}

QJsonObject manifestOf(const Scene &scene)
{
    return clitest::readJson(scene.outputDir() + "/manifest.json"_L1);
}

} // namespace

QStringList wrongAtTheEnd(const Scene &scene, Disk disk)
{
    const Standings standings = scene.standings();
    if (standings.isEmpty())
        return {u"status says nothing"_s};
    QStringList wrong = wrongJobs(standings) + wrongSales(standings, scene.books(), disk)
        + wrongFiles(standings, scene.outputDir(), disk);
    const int successes = static_cast<int>(Scene::namesOf(standings, u"success"_s).size());
    if (manifestOf(scene).value("successful"_L1).toInt() != successes) {
        wrong.append(u"the manifest counts %1 successes, the ledger %2"_s
                         .arg(manifestOf(scene).value("successful"_L1).toInt())
                         .arg(successes));
    }
    return wrong;
}

QString wrongWithManifest(const Scene &scene)
{
    QFile file(scene.outputDir() + "/manifest.json"_L1);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &error);
    return document.object().contains("results"_L1) ? QString() : error.errorString();
}

} // namespace money
