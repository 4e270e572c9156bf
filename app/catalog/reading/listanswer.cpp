// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/reading/listanswer.h"

#include "catalog/reading/numbers.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace catalog {

using namespace Qt::StringLiterals;

namespace {

// Any sentence, and not a web page that strayed into a message.
constexpr qsizetype longestMessage = 300;

class ListAnswer
{
    Q_DECLARE_TR_FUNCTIONS(catalog::ListAnswer)
public:
    static QString notJson(const QByteArray &answer, const QJsonParseError &error)
    {
        const QByteArray start = answer.trimmed().left(1);
        if (start.isEmpty())
            return tr("The list of models is empty.");
        if (start == "<")
            return tr("The server sent a web page instead of the list of models.");
        if (start != "{" && start != "[")
            return tr("The list of models is no JSON.");
        return tr("The list of models is cut off or damaged (at byte %1: %2).")
            .arg(error.offset)
            .arg(error.errorString());
    }

    /// What the service itself says went wrong; empty: nothing.
    static QString refusal(const QJsonObject &answer)
    {
        const QJsonValue error = answer["error"_L1];
        QString said = error.isObject() ? error["message"_L1].toString() : error.toString();
        for (const QString &key : {u"msg"_s, u"message"_s}) {
            if (said.isEmpty())
                said = answer[key].toString();
        }
        said = said.simplified().left(longestMessage);
        const auto code = toNumber(answer["code"_L1]);
        if (code && *code >= 400) {
            return said.isEmpty()
                ? tr("The server answered %1 instead of the list of models.").arg(*code)
                : tr("The server answered %1 instead of the list of models: %2")
                      .arg(*code)
                      .arg(said);
        }
        if (said.isEmpty() || answer["data"_L1].isArray())
            return {};
        return tr("The server sent no list of models: %1").arg(said);
    }

    static QString wrongShape(const QJsonObject &answer)
    {
        return answer.contains("data"_L1)
            ? tr("The list of models has another form than expected: \"data\" is no list.")
            : tr("The list of models has another form than expected: it has no \"data\".");
    }
};

} // namespace

tl::expected<QJsonObject, QString> readListAnswer(const QByteArray &answer)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(answer, &error);
    if (error.error != QJsonParseError::NoError)
        return tl::unexpected(ListAnswer::notJson(answer, error));
    const QJsonObject object = document.object();
    const QString refusal = ListAnswer::refusal(object);
    if (!refusal.isEmpty())
        return tl::unexpected(refusal);
    if (!object["data"_L1].isArray())
        return tl::unexpected(ListAnswer::wrongShape(object));
    return object;
}

} // namespace catalog
