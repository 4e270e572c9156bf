// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/studio/soundtrack.h"

#include "sandbox/chance.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace sandbox {

Soundtrack::Soundtrack(quint32 seed, double duration)
    : m_duration(duration)
{
    // Intervals over the root, in semitones: chords that stay pleasant while they last.
    static constexpr std::array<std::array<int, 4>, 4> chords = {
        {{0, 7, 12, 16}, {0, 7, 14, 16}, {0, 7, 12, 15}, {0, 5, 12, 14}}};
    Chance chance(seed);
    const int root = chance.below(12);
    const auto &chord = chords[static_cast<size_t>(chance.below(static_cast<int>(chords.size())))];
    for (size_t i = 0; i < m_tones.size(); ++i)
        m_tones[i] = 110 * std::exp2((root + chord[i]) / 12.0);
}

Soundtrack::Sample Soundtrack::at(qint64 sample) const
{
    const double time = static_cast<double>(sample) / rate;
    const double fade = std::clamp(std::min(time, m_duration - time) / 0.6, 0.0, 1.0);
    double left = 0;
    double right = 0;
    for (size_t i = 0; i < m_tones.size(); ++i) {
        const double pulse = static_cast<double>(i);
        const double swell = 0.6 + 0.4 * std::sin(time * (0.9 + 0.35 * pulse) + pulse * 1.7);
        const double tone = swell * std::sin(2 * std::numbers::pi * m_tones[i] * time);
        const double side = 0.35 + 0.1 * pulse;
        left += tone * side;
        right += tone * (1 - side);
    }
    return {static_cast<float>(0.045 * fade * left), static_cast<float>(0.045 * fade * right)};
}

} // namespace sandbox
