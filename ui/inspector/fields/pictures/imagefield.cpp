// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/fields/pictures/imagefield.h"

#include "inspector/fields/pictures/imageaddress.h"
#include "inspector/fields/pictures/imagewell.h"
#include "inspector/fields/pictures/jobpicker.h"
#include "look/icons.h"
#include "session/addresses.h"

#include <QFileDialog>
#include <QGridLayout>
#include <QLineEdit>
#include <QToolButton>

namespace ui {

using namespace Qt::StringLiterals;

void browseForImages(QWidget *parent, const QString &folder, bool several,
                     const std::function<void(const QStringList &)> &chosen)
{
    auto *dialog = new QFileDialog(parent, ImageField::tr("Choose a picture"), folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(several ? QFileDialog::ExistingFiles : QFileDialog::ExistingFile);
    dialog->setNameFilter(
        ImageField::tr("Pictures (%1)").arg(u"*."_s + imageEndings().join(u" *."_s)));
    QObject::connect(dialog, &QFileDialog::filesSelected, parent,
                     [chosen, folder](const QStringList &files) {
                         QStringList addresses;
                         for (const QString &file : files)
                             addresses.append(fileAddress(file, folder));
                         chosen(addresses);
                     });
    dialog->open();
}

QToolButton *imageButton(const QString &symbol, const QString &words)
{
    auto *button = new QToolButton;
    button->setIcon(icon(symbol));
    button->setIconSize(QSize(18, 18));
    button->setFocusPolicy(Qt::StrongFocus);
    button->setToolTip(words);
    button->setAccessibleName(words);
    return button;
}

void browseForJobs(const FieldContext &context, QToolButton *button,
                   const std::function<void(const QString &)> &chosen)
{
    auto *picker = new JobPicker(button);
    QObject::connect(picker, &JobPicker::chosen, button, chosen);
    picker->choose(context.jobs ? context.jobs() : QList<JobChoice>(), button);
}

ImageField::ImageField(const FieldContext &context, QWidget *parent)
    : Field(context, parent)
    , m_well(new ImageWell(context, false))
    , m_address(new QLineEdit)
    , m_browse(imageButton(u"folder"_s, tr("Choose a picture on this computer")))
    , m_fromJob(imageButton(u"from-job"_s, tr("Use what another job makes")))
{
    introduce(m_address);
    m_well->setAccessibleName(tr("Choose a picture, or drop one here"));
    introduce(m_well);
    introduce(m_browse);
    introduce(m_fromJob);

    auto *layout = new QGridLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(6);
    layout->addWidget(m_well, 0, 0, 1, 3);
    layout->addWidget(m_address, 1, 0);
    layout->addWidget(m_browse, 1, 1);
    layout->addWidget(m_fromJob, 1, 2);

    const auto browse = [this] {
        browseForImages(this, this->context().folder(), false,
                        [this](const QStringList &addresses) { give(addresses.constFirst()); });
    };
    connect(m_well, &ImageWell::clicked, this, browse);
    connect(m_browse, &QToolButton::clicked, this, browse);
    connect(m_fromJob, &QToolButton::clicked, this, [this] {
        browseForJobs(this->context(), m_fromJob,
                      [this](const QString &address) { give(address); });
    });
    connect(m_well, &ImageWell::dropped, this,
            [this](const QStringList &addresses) { give(addresses.constFirst()); });
    connect(m_address, &QLineEdit::textEdited, this, [this](const QString &text) {
        give(text.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(text), true);
    });
}

void ImageField::display()
{
    const QJsonValue shown = state().effective();
    const QString address = valueText(shown);
    if (m_address->text() != address)
        m_address->setText(address);
    m_address->setToolTip(address.left(300));
    m_address->setPlaceholderText(state().several ? severalValues()
                                                  : tr("Address, path or job:name"));
    setMuted(m_address, !state().isSaid());
    m_well->setAddress(
        address, state().several ? severalValues() : tr("Drop a picture here, or choose one"));
}

} // namespace ui
