// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/client.h"
#include "support/httpscript.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using UploadResult = tl::expected<atlas::Uploaded, atlas::Error>;

/// What the tests of uploads share: a folder with files, and a client.
class UploadTrial
{
public:
    explicit UploadTrial(const HttpScript &server)
        : client(connectionTo(server))
    {
    }

    static atlas::Connection connectionTo(const HttpScript &server)
    {
        atlas::Connection connection;
        connection.baseUrl = server.url(QStringLiteral("/api/v1"));
        connection.key = atlas::ApiKey("sk-upload");
        connection.uploadTimeout = std::chrono::seconds(10);
        return connection;
    }

    /// Writes a file into the folder; its path.
    QString write(const QByteArray &content, const QString &name = QStringLiteral("cat.png")) const
    {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("The test can't write %s", qPrintable(file.fileName()));
        return file.fileName();
    }
    atlas::UploadFile inspected(const QByteArray &content,
                                const QString &name = QStringLiteral("cat.png")) const
    {
        return atlas::inspectUpload(write(content, name)).value();
    }

    /// Uploads, and waits for the end.
    UploadResult upload(const atlas::UploadFile &file)
    {
        std::optional<UploadResult> result;
        QObject::connect(client.upload(file), &atlas::UploadCall::finished, &client,
                         [&result](const UploadResult &given) { result = given; });
        [&] { QTRY_VERIFY_WITH_TIMEOUT(result.has_value(), 30'000); }();
        return result.value_or(tl::unexpected(atlas::Error()));
    }

    QTemporaryDir folder;
    atlas::Client client;
};

/// Such as a picture might be: no two pieces of it are alike.
inline QByteArray noise(qsizetype size)
{
    QByteArray bytes("\x89PNG\r\n\x1a\n", 8);
    quint32 state = 1;
    bytes.reserve(size);
    while (bytes.size() < size) {
        state = state * 1664525U + 1013904223U;
        bytes.append(static_cast<char>(state >> 24));
    }
    return bytes.first(size);
}

/// What the service answers, in its live dialect.
inline QByteArray keptAt(const QByteArray &link)
{
    return R"({"code":200,"data":{"download_url":")" + link
        + R"(","filename":"cat.png","size":1200,"type":"image/png"}})";
}
