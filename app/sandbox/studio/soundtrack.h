// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>

namespace sandbox {

/// A quiet chord in stereo, its key and colour from a seed, that swells and fades with the clip.
class Soundtrack
{
public:
    static constexpr int rate = 48000; ///< samples a second

    Soundtrack(quint32 seed, double duration);

    struct Sample
    {
        float left = 0; ///< -1 to 1
        float right = 0;
    };
    /// The sound at that sample.
    Sample at(qint64 sample) const;

private:
    std::array<double, 4> m_tones; ///< Hz
    double m_duration;             ///< s
};

} // namespace sandbox
