// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/inputs/inputfile.h"

#include "batch/references/references.h"
#include "media/fileformat.h"
#include "media/lastframe.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QMimeDatabase>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace engine {

using catalog::InputKind;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(engine::InputFile)
};

/// What the file holds, whatever its name.
QString contentType(const QString &path)
{
    const media::FileFormat format = media::formatOfFile(path);
    if (media::isImage(format))
        return u"image/"_s;
    if (media::isVideo(format))
        return u"video/"_s;
    return QMimeDatabase().mimeTypeForFile(path, QMimeDatabase::MatchContent).name();
}

/// Why a parameter of that kind can't take the file; empty: it can.
QString misfit(const QString &path, InputKind kind)
{
    const QString type = contentType(path);
    const QString name = QDir::toNativeSeparators(path);
    switch (kind) {
    case InputKind::Image:
        return type.startsWith("image/"_L1) ? QString() : Words::tr("%1 is no picture.").arg(name);
    case InputKind::Video:
        return type.startsWith("video/"_L1) ? QString() : Words::tr("%1 is no video.").arg(name);
    case InputKind::Audio: {
        // Sound comes in many wrappings, films' among them, and in some that nobody knows.
        const bool mayBe = type.startsWith("audio/"_L1) || type.startsWith("video/"_L1)
            || type == "application/ogg"_L1 || type == "application/octet-stream"_L1;
        return mayBe ? QString() : Words::tr("%1 is no sound.").arg(name);
    }
    case InputKind::Any:
        break;
    }
    return {};
}

tl::expected<QString, QString> savedLastFrame(const QString &video, const QString &scratch)
{
    const auto frame = media::lastFrame(video);
    if (!frame)
        return tl::unexpected(frame.error());
    const auto unwritable = [&video](const QString &folder) {
        return tl::unexpected(
            Words::tr("The last picture of %1 can't be written to %2.")
                .arg(QFileInfo(video).fileName(), QDir::toNativeSeparators(folder)));
    };
    if (scratch.isEmpty()) // else it would go to wherever the program was started
        return unwritable(QDir::tempPath());
    const QString path = QDir(scratch).filePath(u"%1 last frame %2.png"_s.arg(
        QFileInfo(video).completeBaseName(), QUuid::createUuid().toString(QUuid::Id128)));
    if (!frame->save(path, "PNG"))
        return unwritable(scratch);
    return path;
}

} // namespace

tl::expected<atlas::UploadFile, QString> inspectInput(const InputFile &file, const QString &scratch)
{
    QString path = file.path;
    if (file.lastFrame && QFileInfo(path).isFile()) {
        const auto saved = savedLastFrame(path, scratch);
        if (!saved)
            return tl::unexpected(saved.error());
        path = *saved;
    }
    auto inspected = atlas::inspectUpload(path);
    if (!inspected)
        return tl::unexpected(inspected.error().message);
    if (const QString wrong = misfit(path, file.kind); !wrong.isEmpty())
        return tl::unexpected(wrong);
    if (file.lastFrame) // people and servers see this name
        inspected->name = QFileInfo(file.path).completeBaseName() + u".png"_s;
    return *std::move(inspected);
}

QHash<batch::JobId, QList<batch::Problem>> checkFiles(const catalog::Catalog &catalog,
                                                      const QList<batch::Job> &jobs,
                                                      const QString &folder)
{
    QHash<batch::JobId, QList<batch::Problem>> problems;
    QHash<InputFile, QString> known;
    for (const batch::Job &job : jobs) {
        const auto inputs = catalog::mediaInputs(job, catalog.find(job.model));
        for (const catalog::MediaInput &input : inputs) {
            if (!batch::isLocalFile(input.address))
                continue;
            const InputFile file{batch::localFile(input.address, folder), input.kind};
            auto wrong = known.constFind(file);
            if (wrong == known.constEnd()) {
                const auto inspected = inspectInput(file, {});
                wrong = known.insert(file, inspected ? QString() : inspected.error());
            }
            const bool inParams = input.field == batch::Field::Params;
            if (!wrong->isEmpty()) {
                problems[job.id].append({input.field, batch::Severity::Error, *wrong,
                                         inParams ? input.parameter : QString()});
            }
        }
    }
    return problems;
}

} // namespace engine
