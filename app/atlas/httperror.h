// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/error.h"

#include <QJsonObject>
#include <QString>

namespace atlas {

struct HttpAnswer;

/// What was asked: a submission costs money, so some answers mean something else for it.
enum class Purpose { Submission, Question };

/// What a status means (docs/atlas-api.md: "Errors"), for an answer that came whole. `words` are
/// the server's; where it gave none, the message is ours.
Error errorFromStatus(int status, const QString &words, const QString &requestId, Purpose purpose);

/// The error of a redirect, which says where the server wanted to send us.
Error redirectError(const HttpAnswer &answer);

/// An answer that can't be made sense of. A submission's may have been acceptance.
Error badReply(const HttpAnswer &answer, const QString &message, Purpose purpose);

/// What the server says about an error, from the places where it has been seen to say it: `msg`,
/// `message`, `error`, `error.message`, `data.error`, `data.message`. In one line; empty where it
/// says nothing.
QString serverWords(const QJsonObject &body);

/// The text of an error that is a string, or an object with a message; else empty.
QString errorText(const QJsonValue &error);

} // namespace atlas
