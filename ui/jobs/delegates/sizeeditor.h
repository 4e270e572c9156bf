// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/job.h"
#include "catalog/model.h"
#include "jobs/jobedits.h"

#include <QWidget>

class QComboBox;
class QDoubleSpinBox;
class QHBoxLayout;
class QSpinBox;

namespace ui {

/// A small card over a cell in which a result's size is set: an image's width and height (px),
/// with buttons for common shapes, or a video's length (s) and resolution. Keeps to what the model
/// makes, as far as that is known.
class SizeEditor : public QWidget
{
    Q_OBJECT
public:
    /// `model` may be null: one that the catalog doesn't know.
    SizeEditor(batch::MediaType type, const catalog::Model *model, QWidget *parent);

    /// A value beyond the model's limits stays as it is until it is changed.
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
    void buildImage(const catalog::Model *model);
    void buildVideo(const catalog::Model *model);
    void addShapes(QHBoxLayout *row);
    void setShape(int across, int down);
    void noteFocus(QWidget *now);

    JobSize m_given; ///< what doesn't belong to this kind is handed back as it came
    QSpinBox *m_width = nullptr;
    QSpinBox *m_height = nullptr;
    QDoubleSpinBox *m_duration = nullptr;
    QComboBox *m_resolution = nullptr;
    QWidgetList m_fields; ///< in tab order
};

} // namespace ui
