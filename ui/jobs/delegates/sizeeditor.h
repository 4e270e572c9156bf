// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/job.h"
#include "jobs/jobsize.h"

#include <QWidget>

class QComboBox;
class QDoubleSpinBox;
class QHBoxLayout;
class QSpinBox;

namespace ui {

/// A small card over a cell in which a result's size is set: an image's width and height (px), with
/// buttons for common shapes, or one of the sizes or ratios that the model offers; a video's length
/// (s), resolution and ratio. Offers what the model makes, as far as that is known.
class SizeEditor : public QWidget
{
    Q_OBJECT
public:
    SizeEditor(batch::MediaType type, SizeChoices choices, QWidget *parent);

    /// A value that isn't offered stays as it is until it is changed.
    void setSize(const JobSize &size);
    JobSize size() const;

signals:
    /// The keyboard focus went on to another widget.
    void left();
    /// Tab on the last field (or Shift+Tab on the first).
    void tabbedOut(bool forward);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    QHBoxLayout *addPixels();
    void addLength(QHBoxLayout *row);
    QComboBox *addChoice(const QString &name, const QStringList &offered, bool any,
                         QHBoxLayout *row);
    void addShapes(QHBoxLayout *row);
    void setShape(int across, int down);
    void showLength(double length);
    void noteFocus(QWidget *now);

    SizeChoices m_choices;
    JobSize m_given; ///< what isn't changed is handed back as it came
    QSpinBox *m_width = nullptr;
    QSpinBox *m_height = nullptr;
    QComboBox *m_pixels = nullptr; ///< "1024 × 1024"
    QDoubleSpinBox *m_duration = nullptr;
    QComboBox *m_durations = nullptr;
    QComboBox *m_resolution = nullptr;
    QComboBox *m_ratio = nullptr;
    QWidgetList m_fields; ///< in tab order
};

} // namespace ui
