// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QString>

/// What a player finds in an MP4: read with libavformat, which the sandbox did not write it with.
struct ClipFacts
{
    bool readable = false;
    QString videoCodec;
    QString audioCodec;
    QSize size;              ///< px
    double duration = 0;     ///< s, as the file says
    int frames = 0;          ///< that could be decoded
    double loudest = 0;      ///< of the sound, 0 to 1
    bool startsFast = false; ///< the index stands before the media
};

ClipFacts readClip(const QString &path);

/// The brightness of one frame, as an 8-bit image; null where there is none.
QImage clipFrame(const QString &path, int number);
