// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/statefile.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <algorithm>
#include <array>
#include <utility>

#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array fates{
    std::pair{Fate::Completes, "completes"_L1}, std::pair{Fate::Fails, "fails"_L1},
    std::pair{Fate::Moderated, "moderated"_L1}, std::pair{Fate::NeverFinishes, "never"_L1}};

QDateTime timeIn(const QJsonValue &value)
{
    return QDateTime::fromMSecsSinceEpoch(value.toInteger()).toUTC();
}

QByteArray toLine(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

QJsonObject toJson(const Acceptance &acceptance)
{
    const Order &order = acceptance.order;
    const auto fate = std::find_if(fates.begin(), fates.end(),
                                   [&](const auto &each) { return each.first == acceptance.fate; });
    return {{"accepted"_L1, acceptance.id},
            {"at"_L1, acceptance.at.toMSecsSinceEpoch()},
            {"time"_L1, acceptance.time},
            {"fate"_L1, fate->second},
            {"warms_up"_L1, acceptance.warmsUp},
            {"double"_L1, acceptance.isDouble},
            {"type"_L1, batch::toKey(order.type)},
            {"model"_L1, order.model},
            {"prompt"_L1, order.prompt},
            {"width"_L1, order.size.width()},
            {"height"_L1, order.size.height()},
            {"duration"_L1, order.duration},
            {"seed"_L1, order.seed},
            {"input"_L1, order.input},
            {"charged"_L1, order.cost.micros()},
            {"digest"_L1, QString::fromLatin1(order.digest)}};
}

Acceptance readAcceptance(const QJsonObject &json)
{
    Acceptance acceptance;
    acceptance.id = json.value("accepted"_L1).toString();
    acceptance.at = timeIn(json.value("at"_L1));
    acceptance.time = json.value("time"_L1).toDouble();
    const QString name = json.value("fate"_L1).toString();
    const auto fate = std::find_if(fates.begin(), fates.end(),
                                   [&](const auto &each) { return each.second == name; });
    if (fate != fates.end())
        acceptance.fate = fate->first;
    acceptance.warmsUp = json.value("warms_up"_L1).toBool();
    acceptance.isDouble = json.value("double"_L1).toBool();
    Order &order = acceptance.order;
    order.type = json.value("type"_L1).toString() == batch::toKey(batch::MediaType::Video)
        ? batch::MediaType::Video
        : batch::MediaType::Image;
    order.model = json.value("model"_L1).toString();
    order.prompt = json.value("prompt"_L1).toString();
    order.size = {json.value("width"_L1).toInt(), json.value("height"_L1).toInt()};
    order.duration = json.value("duration"_L1).toDouble();
    order.seed = json.value("seed"_L1).toInteger();
    order.input = json.value("input"_L1).toString();
    order.cost = batch::Cost::fromMicros(json.value("charged"_L1).toInteger());
    order.digest = json.value("digest"_L1).toString().toLatin1();
    return acceptance;
}

QJsonObject toJson(const Refund &refund)
{
    QJsonObject json{{"refunded"_L1, refund.id}, {"error"_L1, refund.error}};
    if (refund.errorCode)
        json["code"_L1] = *refund.errorCode;
    return json;
}

Refund readRefund(const QJsonObject &json)
{
    Refund refund{json.value("refunded"_L1).toString(), json.value("error"_L1).toString(), {}};
    if (json.contains("code"_L1))
        refund.errorCode = json.value("code"_L1).toInt();
    return refund;
}

QJsonObject toJson(const Upload &upload)
{
    QJsonObject json{{"uploaded"_L1, upload.token},
                     {"at"_L1, upload.at.toMSecsSinceEpoch()},
                     {"path"_L1, upload.work.path},
                     {"type"_L1, QString::fromLatin1(upload.work.contentType)},
                     {"tag"_L1, QString::fromLatin1(upload.work.tag)}};
    if (upload.until.isValid())
        json["until"_L1] = upload.until.toMSecsSinceEpoch();
    return json;
}

Upload readUpload(const QJsonObject &json)
{
    Upload upload;
    upload.token = json.value("uploaded"_L1).toString();
    upload.work = {json.value("path"_L1).toString(), json.value("type"_L1).toString().toLatin1(),
                   json.value("tag"_L1).toString().toLatin1()};
    upload.at = timeIn(json.value("at"_L1));
    if (json.contains("until"_L1))
        upload.until = timeIn(json.value("until"_L1));
    return upload;
}

/// In one write, so that others' lines don't get between.
bool writeWhole(int file, const QByteArray &bytes)
{
    return ::write(file, bytes.constData(), static_cast<size_t>(bytes.size())) == bytes.size();
}

} // namespace

tl::expected<void, QString> StateFile::open(const QString &path)
{
    // Whoever waited for the lock may find that the file was replaced meanwhile.
    do {
        if (const auto opened = openFile(path); !opened)
            return opened;
        if (lockAlone() && isFileAt(path))
            dropOld(path);
        lockShared();
    } while (!isFileAt(path));
    return {};
}

tl::expected<void, QString> StateFile::openFile(const QString &path)
{
    m_file.close();
    m_file.setFileName(path);
    if (m_file.open(QIODevice::ReadWrite | QIODevice::Append | QIODevice::Unbuffered))
        return {};
    return tl::unexpected(QCoreApplication::translate("sandbox::StateFile",
                                                      "The sandbox can't keep its state in %1: %2.")
                              .arg(path, m_file.errorString()));
}

bool StateFile::lockAlone()
{
    return ::flock(m_file.handle(), LOCK_EX | LOCK_NB) == 0;
}

void StateFile::lockShared()
{
    ::flock(m_file.handle(), LOCK_SH);
}

bool StateFile::isFileAt(const QString &path) const
{
    struct stat own, there;
    return ::fstat(m_file.handle(), &own) == 0
        && ::stat(QFile::encodeName(path).constData(), &there) == 0 && own.st_dev == there.st_dev
        && own.st_ino == there.st_ino;
}

/// Needs the lock for itself. What is kept stands in a new file under the same name then.
void StateFile::dropOld(const QString &path)
{
    const QDateTime oldest = QDateTime::currentDateTimeUtc().addSecs(-keptFor);
    const News all = news();
    m_read = 0;
    QByteArray kept;
    bool isShorter = false;
    for (const Acceptance &acceptance : all.acceptances) {
        if (acceptance.at < oldest) {
            isShorter = true;
            continue;
        }
        kept += toLine(toJson(acceptance));
        if (const auto refund = all.refunds.constFind(acceptance.id); refund != all.refunds.cend())
            kept += toLine(toJson(*refund));
    }
    for (const Upload &upload : all.uploads) {
        if (upload.at < oldest)
            isShorter = true;
        else
            kept += toLine(toJson(upload));
    }
    if (!isShorter)
        return;
    QSaveFile next(path);
    // Where it can't be written, the old file stays: it is only longer than it need be.
    if (next.open(QIODevice::WriteOnly)) {
        next.write(kept);
        next.commit();
    }
}

bool StateFile::add(const Acceptance &acceptance)
{
    return addLine(toLine(toJson(acceptance)));
}

bool StateFile::add(const Refund &refund)
{
    return addLine(toLine(toJson(refund)));
}

bool StateFile::add(const Upload &upload)
{
    return addLine(toLine(toJson(upload)));
}

bool StateFile::addLine(const QByteArray &line)
{
    if (!isOpen())
        return true;
    // What somebody's crash left of a line must not swallow this one.
    char last = '\n';
    const bool isTorn = ::pread(m_file.handle(), &last, 1, m_file.size() - 1) == 1 && last != '\n';
    return writeWhole(m_file.handle(), isTorn ? '\n' + line : line);
}

StateFile::News StateFile::news()
{
    News news;
    if (!isOpen() || m_file.size() <= m_read || !m_file.seek(m_read))
        return news;
    const QByteArray bytes = m_file.readAll();
    const qsizetype whole = bytes.lastIndexOf('\n') + 1;
    m_read += whole;
    for (const QByteArray &line : bytes.first(whole).split('\n')) {
        const QJsonObject json = QJsonDocument::fromJson(line).object();
        if (json.contains("accepted"_L1)) {
            news.acceptances.append(readAcceptance(json));
        } else if (json.contains("refunded"_L1)) {
            const Refund refund = readRefund(json);
            news.refunds.insert(refund.id, refund);
        } else if (json.contains("uploaded"_L1)) {
            news.uploads.append(readUpload(json));
        }
    }
    return news;
}

} // namespace sandbox
