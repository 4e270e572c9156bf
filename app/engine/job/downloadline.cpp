// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/job/downloadline.h"

#include <algorithm>
#include <utility>

namespace engine {

DownloadLine::DownloadLine(QObject *parent)
    : QObject(parent)
    , m_network(this)
{
}

void DownloadLine::enter(QObject *who, std::function<void()> go)
{
    m_line.push_back({who, std::move(go)});
    serve();
}

void DownloadLine::leave(QObject *who)
{
    if (!m_inside.remove(who)) {
        const auto waits = std::find_if(m_line.begin(), m_line.end(), [who](const Entry &entry) {
            return entry.who.data() == who;
        });
        if (waits != m_line.end())
            m_line.erase(waits);
    }
    serve();
}

void DownloadLine::serve()
{
    while (m_inside.size() < places && !m_line.empty()) {
        const Entry entry = std::move(m_line.front());
        m_line.pop_front();
        if (!entry.who)
            continue;
        m_inside.insert(entry.who.data());
        entry.go();
    }
}

} // namespace engine
