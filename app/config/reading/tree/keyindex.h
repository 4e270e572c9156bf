// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

#include <algorithm>
#include <vector>

namespace config {

/// Finds things by their `key`, which no two of them share, however many there are. Refers to the
/// list, which must outlive it as it is.
template <typename Keyed>
class KeyIndex
{
public:
    explicit KeyIndex(const std::vector<Keyed> &all)
        : m_all(all)
    {
    }

    /// Null where there is none.
    const Keyed *find(const QString &key) const
    {
        // To look at each is quicker where there are few keys, or few questions.
        constexpr size_t few = 32;
        if (m_all.size() <= few || m_asked < few) {
            ++m_asked;
            const auto found = std::ranges::find(m_all, key, &Keyed::key);
            return found == m_all.end() ? nullptr : &*found;
        }
        if (m_places.isEmpty())
            noteAll();
        const auto place = m_places.constFind(key);
        return place == m_places.constEnd() ? nullptr : &m_all[*place];
    }

private:
    void noteAll() const
    {
        m_places.reserve(qsizetype(m_all.size()));
        for (size_t i = 0; i < m_all.size(); ++i)
            m_places.insert(m_all[i].key, i);
    }

    const std::vector<Keyed> &m_all;
    mutable size_t m_asked = 0;
    mutable QHash<QString, size_t> m_places; ///< once that pays
};

} // namespace config
