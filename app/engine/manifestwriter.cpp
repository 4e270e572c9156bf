// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/manifestwriter.h"

#include <QElapsedTimer>

#include <algorithm>
#include <utility>

namespace engine {

namespace {
constexpr qint64 shortestPause = 200; // ms between two writes
constexpr qint64 pauseShare = 20;     // at most 1/20 of the time is spent writing
} // namespace

ManifestWriter::ManifestWriter(QString folder, QObject *parent)
    : QObject(parent)
    , m_folder(std::move(folder))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ManifestWriter::write);
}

void ManifestWriter::put(const batch::JobResult &result)
{
    const auto known = m_index.constFind(result.job);
    if (known != m_index.constEnd()) {
        m_manifest.results[*known] = result;
        return;
    }
    m_index.insert(result.job, m_manifest.results.size());
    m_manifest.results.append(result);
}

void ManifestWriter::schedule()
{
    if (!m_timer.isActive())
        m_timer.start(std::chrono::milliseconds(std::max(shortestPause, pauseShare * m_lastWrite)));
}

void ManifestWriter::flush()
{
    m_timer.stop();
    write();
}

void ManifestWriter::write()
{
    QElapsedTimer timer;
    timer.start();
    m_manifest.generatedAt = QDateTime::currentDateTime();
    const auto written = store::writeManifest(m_manifest, m_folder);
    m_lastWrite = timer.elapsed();
    const QString error = written ? QString() : written.error();
    if (!error.isEmpty() && error != m_lastError)
        emit failed(error);
    m_lastError = error;
}

} // namespace engine
