// SPDX-License-Identifier: GPL-3.0-or-later
// What generations start from: uploads, and the files that submissions name.
#include "sandbox/http/replies.h"
#include "sandbox/http/server.h"
#include "sandbox/inputs/contenttype.h"

#include <QJsonDocument>

namespace sandbox {

using namespace Qt::StringLiterals;

namespace {

Refusal unfetched(const Reference &reference, const QString &why)
{
    return {400, u"%1 could not be fetched: %2"_s.arg(reference.parameter, why)};
}

/// How well the file tells what the result begins with; 0: not at all.
int worthShowing(const Reference &reference, const QByteArray &contentType)
{
    if (fits(Reference::Kind::Video, contentType))
        return 1;
    if (!fits(Reference::Kind::Image, contentType))
        return 0;
    for (const auto other : {"mask"_L1, "last"_L1, "end"_L1, "tail"_L1, "reference"_L1}) {
        if (reference.parameter.startsWith(other))
            return 2;
    }
    return 3;
}

} // namespace

void Server::upload(const Call &call)
{
    const auto refuseIt = [&](int status, const QString &message) {
        m_journal.note("upload"_L1, {{"status"_L1, status}, {"error"_L1, message}});
        refuse(call, status, message);
    };
    if (!admit(call)) {
        const bool hasKey = isKeyAccepted(call.header("Authorization"));
        m_journal.note("upload"_L1,
                       {{"status"_L1, hasKey ? 413 : 401},
                        {"error"_L1, hasKey ? u"too large"_s : u"no key that is accepted"_s}});
        return;
    }
    if (m_chance.hits(m_options.faults.uploadError))
        return refuseIt(500, u"Internal server error"_s);
    const auto file = readFormFile(call.header("Content-Type"), call.request.body(), "file");
    if (!file)
        return refuseIt(400, file.error());
    if (file->content.isEmpty())
        return refuseIt(400, u"The file is empty"_s);
    const auto token = takeIn(*file);
    if (!token)
        return refuseIt(500, token.error());

    const Work work = m_links.find(*token)->work;
    QJsonObject facts{{"file"_L1, file->name},
                      {"size"_L1, file->content.size()},
                      {"type"_L1, QString::fromLatin1(work.contentType)},
                      {"digest"_L1, QString::fromLatin1(contentDigest(file->content))},
                      {"link"_L1, fileUrl(*token).toString()}};
    m_journal.count([](Sandbox::Tally &tally) { ++tally.uploads; });
    if (m_chance.hits(m_options.faults.uploadReset)) {
        facts["status"_L1] = 0;
        facts["fault"_L1] = "upload-reset"_L1;
        m_journal.note("upload"_L1, facts);
        return breakConnection(call.socket);
    }
    facts["status"_L1] = 200;
    m_journal.note("upload"_L1, facts);
    answer(call, replies::uploaded(m_options.dialect, *file, work, fileUrl(*token)));
}

tl::expected<QString, QString> Server::takeIn(const FormFile &file)
{
    const auto path = m_inputs.keep(file.content);
    if (!path)
        return path;
    const Work work{*path, contentTypeOf(file.content), '"' + contentDigest(file.content) + '"'};
    const Upload upload = m_links.addUpload(work);
    if (m_predictions.remember(upload))
        return upload.token;
    m_links.remove(upload.token);
    return tl::unexpected(u"The sandbox can't write its state file"_s);
}

const Links::Link *Server::findLink(const QString &token)
{
    const Links::Link *link = m_links.find(token);
    if (link)
        return link;
    m_predictions.catchUp();
    return m_links.find(token);
}

tl::expected<QString, Refusal> Server::findInput(const QJsonObject &request)
{
    QString input;
    int best = 0;
    const QList<Reference> references = referencesIn(request);
    for (const Reference &reference : references) {
        const Target target = targetOf(reference.text);
        if (target.place == Target::Place::Elsewhere)
            continue;
        const auto work = fetchInput(reference, target);
        if (!work)
            return tl::unexpected(work.error());
        const int worth = worthShowing(reference, work->contentType);
        if (worth > best) {
            best = worth;
            input = m_inputs.keepCopy(work->path).value_or(QString());
        }
    }
    return input;
}

tl::expected<Work, Refusal> Server::fetchInput(const Reference &reference, const Target &target)
{
    if (target.place == Target::Place::Nowhere)
        return tl::unexpected(unfetched(
            reference, u"“%1” is neither an address nor a file"_s.arg(reference.text.left(100))));
    const Links::Link *link = findLink(target.token);
    if (const int death = link ? link->death() : 404; death != 0)
        return tl::unexpected(
            unfetched(reference, u"%1 answered %2"_s.arg(reference.text).arg(death)));
    if (!fits(reference.kind, link->work.contentType))
        return tl::unexpected(
            Refusal{400,
                    u"%1 is not %2: it is %3"_s.arg(reference.parameter, toWords(reference.kind),
                                                    QString::fromLatin1(link->work.contentType))});
    return link->work;
}

} // namespace sandbox
