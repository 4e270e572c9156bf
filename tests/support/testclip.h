// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <QString>

/// A small H.264 MP4 for tests: a bright band that walks over a coloured ground, so that no two
/// frames are alike.
struct TestClip
{
    QSize size{160, 90}; ///< px, as it is encoded
    double duration = 2; ///< s
    int fps = 10;
    double black = 0;    ///< s of black at the beginning
    bool sound = false;  ///< a quiet AAC tone
    int turn = 0;        ///< degrees clockwise that a player shall turn it
    int pixelAspect = 1; ///< width of a pixel over its height

    /// Whether it could be written.
    bool write(const QString &path) const;
};
