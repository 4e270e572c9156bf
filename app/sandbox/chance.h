// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRandomGenerator>

namespace sandbox {

/// Chance from a seed: the same seed draws the same, on every machine.
class Chance
{
public:
    explicit Chance(quint32 seed)
        : m_generator(seed)
    {
    }

    bool hits(double probability)
    {
        return probability > 0 && m_generator.generateDouble() < probability;
    }
    double between(double least, double most)
    {
        return least + (most - least) * m_generator.generateDouble();
    }
    /// 0 to `count` - 1.
    int below(int count) { return static_cast<int>(m_generator.bounded(count)); }
    quint64 bits() { return m_generator.generate64(); }

private:
    QRandomGenerator m_generator;
};

} // namespace sandbox
