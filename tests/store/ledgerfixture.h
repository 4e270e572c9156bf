// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/ledger.h"

#include <QSqlDatabase>
#include <QTemporaryDir>

#include <chrono>
#include <optional>

/// What the ledger's tests share: a folder with a ledger of its own, and facts to put into it.

inline constexpr QStringView testBatch = u"/batches/cats.yaml";
inline constexpr QStringView testServer = u"https://api.example/v1";

/// An image of 0.04 USD that leaves now.
store::Intent intentOf(const QString &submission);
/// The intent's job in that state, as the engine would report it.
batch::JobResult resultOf(const store::Intent &intent, batch::JobState state);

/// The store's answers, taken at once; the ledger answers within the call.
using Answer = tl::expected<void, store::StoreError>;
Answer keep(store::Ledger &ledger, const store::Intent &intent);
Answer accept(store::Ledger &ledger, const QString &submission, const QString &predictionId);
Answer end(store::Ledger &ledger, const QString &submission, const batch::JobResult &result);

/// An upload of now, of a content that the name stands for.
store::Upload uploadOf(const QString &name);
Answer remember(store::Ledger &ledger, const store::Upload &upload);
Answer forget(store::Ledger &ledger, const store::Upload &upload);
/// What the ledger has of that upload's content at that time; now, where none is given.
using Remembered = tl::expected<std::optional<store::Upload>, store::StoreError>;
Remembered recall(store::Ledger &ledger, const store::Upload &upload, const QDateTime &at = {});

/// Makes a ledger as the first version of the schema had it, without a row.
void makeFirstVersion(const QString &path);

/// The submissions of testBatch to testServer; fails the test where they can't be read.
QList<store::Submission> submissionsOf(store::Ledger &ledger,
                                       const QString &batch = testBatch.toString());
/// The one of that name.
std::optional<store::Submission> find(store::Ledger &ledger, const QString &submission);

/// Runs statements on a database file behind the ledger's back; their first value.
QVariant runSql(const QString &path, const QStringList &statements);
/// A whole ledger of that many submissions, "s1" and on, each accepted as "p1" and on.
void fill(const QString &path, int submissions);

QByteArray contentsOf(const QString &path);
/// Overwrites what stands there.
void overwrite(const QString &path, qint64 offset, const QByteArray &bytes);
