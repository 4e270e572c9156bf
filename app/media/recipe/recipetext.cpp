// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/recipe/recipetext.h"

#include "batch/jobjson.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace media {

namespace {

constexpr auto versionKey = "rushes"_L1;
constexpr auto jobKey = "job"_L1;

} // namespace

QString tooLong()
{
    return QCoreApplication::translate("media", "The recipe is longer than %1 MB.")
        .arg(mostRecipeBytes >> 20);
}

std::optional<batch::Job> Recipe::job() const
{
    const QJsonValue value = document.value(jobKey);
    if (!value.isObject())
        return {};
    batch::Job job = batch::jobFromJson(value.toObject());
    // In a batch file these have a meaning, and no job that was made has them.
    for (const auto key : {"vars"_L1, "matrix"_L1, "count"_L1, "exclude"_L1})
        job.extra.remove(key);
    return job;
}

RecipeText textOf(const Recipe &recipe)
{
    QString prompt = recipe.prompt;
    prompt.remove(QChar(0));
    QByteArray document = QJsonDocument(recipe.document).toJson(QJsonDocument::Compact);
    // XML has no word for these two, and JSON has one for each.
    document.replace("\uFFFE", "\\ufffe").replace("\uFFFF", "\\uffff");
    return {prompt.toUtf8(), document};
}

std::optional<Recipe> recipeFromDocument(const QByteArray &json)
{
    const QJsonObject document = QJsonDocument::fromJson(json).object();
    const QJsonObject job = document.value(jobKey).toObject();
    if (document.value(versionKey).toInt() < 1 || job.isEmpty())
        return {};
    return Recipe{job.value("prompt"_L1).toString(), document};
}

std::optional<Recipe> FoundTexts::recipe() const
{
    if (auto ours = recipeFromDocument(document))
        return ours;
    for (const QString &found : prompts) {
        if (isInWords(found))
            return Recipe{found.trimmed(), {}};
    }
    return {};
}

bool isInWords(const QString &prompt)
{
    const QStringView words = QStringView(prompt).trimmed();
    return !words.isEmpty() && !words.startsWith(u'{') && !words.startsWith(u'[');
}

QString promptOfParameters(const QString &parameters)
{
    static const QRegularExpression rest(u"(^|\\n)(Negative prompt: |Steps: \\d+)"_s);
    return parameters.left(rest.match(parameters).capturedStart(0)).trimmed();
}

} // namespace media
