// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/fields/pictures/jobpicker.h"

#include "look/icons.h"
#include "media/picture.h"
#include "session/addresses.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QScreen>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize pictureSize(44, 32);
constexpr qsizetype mostPictures = 60;

} // namespace

JobPicker::JobPicker(QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_search(new QLineEdit)
    , m_list(new QListWidget)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    setAccessibleName(tr("Use a job's result"));
    m_search->setPlaceholderText(tr("Find a job"));
    m_search->setAccessibleName(tr("Find a job"));
    m_search->installEventFilter(this);
    m_list->setAccessibleName(tr("Jobs"));
    m_list->setIconSize(pictureSize);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFrameShape(QFrame::NoFrame);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(6);
    layout->addWidget(m_search);
    layout->addWidget(m_list);
    connect(m_search, &QLineEdit::textChanged, this, &JobPicker::filter);
    connect(m_list, &QListWidget::itemClicked, this, &JobPicker::take);
    connect(m_list, &QListWidget::itemActivated, this, &JobPicker::take);
}

void JobPicker::choose(const QList<JobChoice> &jobs, const QWidget *below)
{
    show(jobs);
    resize(300, 320);
    const QRect room = below->screen()->availableGeometry();
    QPoint place = below->mapToGlobal(QPoint(below->width() - width(), below->height() + 2));
    place.setX(qBound(room.left(), place.x(), room.right() - width()));
    if (place.y() + height() > room.bottom())
        place.setY(below->mapToGlobal(QPoint()).y() - height() - 2);
    move(place);
    QFrame::show();
    m_search->setFocus();
    loadPictures();
}

void JobPicker::show(const QList<JobChoice> &jobs)
{
    m_jobs = jobs;
    for (const JobChoice &job : jobs) {
        const bool image = job.type == batch::MediaType::Image;
        auto *item = new QListWidgetItem(icon(image ? u"image"_s : u"film"_s, Tone::Muted),
                                         job.name, m_list);
        item->setToolTip(job.picture.isEmpty() ? tr("Not made yet") : job.name);
    }
    m_list->setCurrentRow(0);
}

void JobPicker::loadPictures()
{
    QStringList files;
    for (const JobChoice &job : m_jobs.mid(0, mostPictures))
        files.append(job.picture);
    const QSize box = pictureSize * devicePixelRatioF();
    m_loading.start(
        [files, box] {
            QList<QImage> pictures;
            for (const QString &file : files)
                pictures.append(file.isEmpty() ? QImage() : media::thumbnail(file, box));
            return pictures;
        },
        [this](const QList<QImage> &pictures) {
            for (int row = 0; row < pictures.size(); ++row) {
                if (!pictures.at(row).isNull())
                    m_list->item(row)->setIcon(QPixmap::fromImage(pictures.at(row)));
            }
        });
}

void JobPicker::filter(const QString &words)
{
    int first = -1;
    for (int row = 0; row < m_list->count(); ++row) {
        const bool fits = m_list->item(row)->text().contains(words.trimmed(), Qt::CaseInsensitive);
        m_list->item(row)->setHidden(!fits);
        if (fits && first < 0)
            first = row;
    }
    m_list->setCurrentRow(first);
}

void JobPicker::take(const QListWidgetItem *item)
{
    if (!item)
        return;
    emit chosen(referenceAddress(item->text()));
    close();
}

bool JobPicker::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        if (m_list->currentItem() && !m_list->currentItem()->isHidden())
            take(m_list->currentItem());
        return true;
    }
    if (key == Qt::Key_Down || key == Qt::Key_Up) {
        QCoreApplication::sendEvent(m_list, event);
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace ui
