// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/manifest.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace store {

namespace {

using batch::JobState;

double rounded(batch::Cost cost)
{
    return static_cast<double>(qRound64(static_cast<double>(cost.micros()) / 100)) / 10'000;
}

batch::Cost charged(const batch::JobResult &result)
{
    return result.state == JobState::Succeeded ? result.cost : batch::Cost();
}

QString statusOf(JobState state)
{
    return state == JobState::Succeeded ? u"success"_s : batch::toKey(state);
}

/// Null for what isn't there, as the article's manifest has it.
QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonObject outputToJson(const batch::Output &output, const QDir &folder)
{
    const QString path = output.path.isEmpty() ? QString() : folder.relativeFilePath(output.path);
    return {{u"output_url"_s, textOrNull(output.url.toString(QUrl::FullyEncoded))},
            {u"local_path"_s, textOrNull(path)}};
}

QJsonObject resultToJson(const batch::JobResult &result, const QDir &folder)
{
    const batch::Output first = result.outputs.value(0);
    QJsonObject json = outputToJson(first, folder);
    json.insert("name"_L1, result.name);
    json.insert("model"_L1, result.model);
    json.insert("type"_L1, batch::toKey(result.type));
    json.insert("status"_L1, statusOf(result.state));
    json.insert("cost"_L1, rounded(charged(result)));
    json.insert("generation_time"_L1,
                static_cast<double>(qRound64(result.generationTime * 10)) / 10);
    json.insert("error"_L1, textOrNull(result.error));
    json.insert("prediction_id"_L1, textOrNull(result.predictionId));
    json.insert("attempts"_L1, result.attempts);
    if (batch::isOpen(result.state))
        json.insert("committed"_L1, rounded(result.cost));
    if (result.finishedAt.isValid())
        json.insert("finished_at"_L1, result.finishedAt.toUTC().toString(Qt::ISODateWithMs));
    if (result.outputs.size() > 1) {
        QJsonArray outputs;
        for (const batch::Output &output : result.outputs)
            outputs.append(outputToJson(output, folder));
        json.insert("outputs"_L1, outputs);
    }
    return json;
}

// A manifest of 10,000 results has some 6 MB; one far beyond that isn't ours.
constexpr qint64 mostBytes = 64 * 1024 * 1024;
constexpr int mostPredictions = 500;

} // namespace

batch::Cost Manifest::totalCost() const
{
    batch::Cost total;
    for (const batch::JobResult &result : results)
        total += charged(result);
    return total;
}

int Manifest::count(JobState state) const
{
    return static_cast<int>(
        std::count_if(results.begin(), results.end(),
                      [state](const batch::JobResult &result) { return result.state == state; }));
}

QByteArray Manifest::toJson(const QString &folder) const
{
    const QDir dir(folder);
    QJsonArray list;
    int unfinished = 0;
    for (const batch::JobResult &result : results) {
        list.append(resultToJson(result, dir));
        unfinished += batch::isFinal(result.state) ? 0 : 1;
    }
    const QJsonObject json{{u"generated_at"_s, generatedAt.toString(Qt::ISODateWithMs)},
                           {u"total_cost"_s, rounded(totalCost())},
                           {u"total_jobs"_s, static_cast<qint64>(results.size())},
                           {u"successful"_s, count(JobState::Succeeded)},
                           {u"failed"_s, count(JobState::Failed)},
                           {u"cancelled"_s, count(JobState::Cancelled)},
                           {u"unresolved"_s, count(JobState::Unresolved)},
                           {u"unfinished"_s, unfinished},
                           {u"results"_s, list}};
    return QJsonDocument(json).toJson(QJsonDocument::Indented);
}

QString manifestPath(const QString &folder)
{
    const QDir dir(folder);
    const QString usual = dir.filePath(manifestName.toString());
    QFile file(usual);
    if (!file.exists())
        return usual;
    // Our own, and the article's, tell by their first keys what they are.
    const QByteArray head = file.open(QIODevice::ReadOnly) ? file.read(4096) : QByteArray();
    const bool isOurs = head.trimmed().startsWith('{') && head.contains("\"generated_at\"")
        && head.contains("\"results\"");
    return isOurs ? usual : dir.filePath(u"rushes-manifest.json"_s);
}

QStringList predictionsIn(const QString &folder)
{
    QFile file(manifestPath(folder));
    if (!file.open(QIODevice::ReadOnly) || file.size() > mostBytes)
        return {};
    const QJsonDocument json = QJsonDocument::fromJson(file.read(mostBytes));
    QStringList predictions;
    for (const QJsonValue &result : json["results"_L1].toArray()) {
        const QString id = result["prediction_id"_L1].toString();
        if (!id.isEmpty())
            predictions.append(id);
        if (predictions.size() == mostPredictions)
            break;
    }
    return predictions;
}

tl::expected<void, QString> writeManifest(const Manifest &manifest, const QString &folder)
{
    const QString path = manifestPath(folder);
    QSaveFile file(path);
    const bool opened = QDir().mkpath(folder) && file.open(QIODevice::WriteOnly);
    if (opened) {
        const QByteArray json = manifest.toJson(folder);
        if (file.write(json) == json.size() && file.commit())
            return {};
    }
    return tl::unexpected(QCoreApplication::translate(
                              "store::Manifest", "The list of results can't be written to %1: %2")
                              .arg(QDir::toNativeSeparators(path), file.errorString()));
}

} // namespace store
