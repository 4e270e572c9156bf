// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/querybar.h"

#include "look/icons.h"
#include "models/modeltext.h"

#include <QAction>
#include <QButtonGroup>
#include <QComboBox>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;
using batch::MediaType;
using catalog::ModelKind;
using catalog::ModelOrder;

namespace {

/// What an entry of the kinds asks for: a type, or a kind of it.
struct KindChoice
{
    std::optional<MediaType> type;
    std::optional<ModelKind> kind;
};

const KindChoice kindChoices[] = {
    {},
    {MediaType::Image, {}},
    {{}, ModelKind::TextToImage},
    {{}, ModelKind::ImageToImage},
    {MediaType::Video, {}},
    {{}, ModelKind::TextToVideo},
    {{}, ModelKind::ImageToVideo},
    {{}, ModelKind::VideoToVideo},
};

/// USD, what a usual result may cost.
constexpr double priceLimits[] = {0.01, 0.02, 0.05, 0.10, 0.25, 0.50, 1.00};

QString text(const KindChoice &choice)
{
    if (choice.kind)
        return u"    "_s + modeltext::kind(*choice.kind);
    if (!choice.type)
        return QueryBar::tr("All kinds");
    return choice.type == MediaType::Image ? QueryBar::tr("All for images")
                                           : QueryBar::tr("All for videos");
}

} // namespace

QueryBar::QueryBar(QWidget *parent)
    : QWidget(parent)
    , m_field(new QLineEdit)
    , m_scopes(new QButtonGroup(this))
    , m_kind(newCombo(tr("Kind")))
    , m_provider(newCombo(tr("Provider")))
    , m_price(newCombo(tr("Price")))
    , m_order(newCombo(tr("Order")))
{
    m_field->setAccessibleName(tr("Search models"));
    m_field->setPlaceholderText(tr("Search by name, provider or what it does"));
    m_field->setClearButtonEnabled(true);
    m_field->setMinimumHeight(m_field->fontMetrics().height() + 18);
    m_field->addAction(icon(u"search"_s, Tone::Muted), QLineEdit::LeadingPosition);
    m_price->setToolTip(tr("What one result costs at most: an image, or a clip of 5 s"));
    fillKinds();
    setProviders({});
    fillPrices();
    fillOrders();

    auto *first = new QHBoxLayout;
    first->setSpacing(12);
    first->addWidget(m_field, 1);
    first->addWidget(newScopes());
    auto *second = new QHBoxLayout;
    second->setSpacing(8);
    for (QComboBox *combo : {m_kind, m_provider, m_price})
        second->addWidget(combo);
    second->addStretch(1);
    auto *orderName = new QLabel(tr("Sort by"));
    orderName->setBuddy(m_order);
    second->addWidget(orderName);
    second->addWidget(m_order);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addLayout(first);
    column->addLayout(second);

    m_field->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, &QueryBar::queryChanged);
    connect(m_scopes, &QButtonGroup::idToggled, this, [this](int, bool checked) {
        if (checked)
            queryChanged();
    });
    for (const QComboBox *combo : {m_kind, m_provider, m_price})
        connect(combo, &QComboBox::currentIndexChanged, this, &QueryBar::queryChanged);
    connect(m_order, &QComboBox::activated, this, [this] {
        m_orderChosen = true;
        emit searchChanged();
    });
}

bool QueryBar::eventFilter(QObject *watched, QEvent *event)
{
    if (!m_list || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool moves = key->key() == Qt::Key_Up || key->key() == Qt::Key_Down
        || key->key() == Qt::Key_PageUp || key->key() == Qt::Key_PageDown;
    if (!moves || key->modifiers().testFlag(Qt::ShiftModifier))
        return QWidget::eventFilter(watched, event);
    QCoreApplication::sendEvent(m_list, event);
    return true;
}

QWidget *QueryBar::newScopes()
{
    const std::tuple<ModelScope, QString, QString> scopes[] = {
        {ModelScope::All, QString(), tr("All")},
        {ModelScope::Favourites, u"star"_s, tr("Favourites")},
        {ModelScope::Recent, QString(), tr("Recently used")}};
    auto *group = new QWidget;
    group->setAccessibleName(tr("Part of the list"));
    auto *row = new QHBoxLayout(group);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    for (const auto &[scope, symbol, name] : scopes) {
        auto *button = new QToolButton;
        button->setText(name);
        button->setAccessibleName(name);
        button->setCheckable(true);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        button->setMinimumHeight(m_field->minimumHeight());
        button->setToolButtonStyle(symbol.isEmpty() ? Qt::ToolButtonTextOnly
                                                    : Qt::ToolButtonTextBesideIcon);
        if (!symbol.isEmpty())
            button->setIcon(icon(symbol));
        button->setIconSize({16, 16});
        m_scopes->addButton(button, static_cast<int>(scope));
        row->addWidget(button);
    }
    m_scopes->button(static_cast<int>(ModelScope::All))->setChecked(true);
    return group;
}

QComboBox *QueryBar::newCombo(const QString &name)
{
    auto *combo = new QComboBox;
    combo->setAccessibleName(name);
    combo->setMaxVisibleItems(20);
    // Long names of providers must not push the others out of the window.
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo->setMinimumContentsLength(10);
    return combo;
}

void QueryBar::fillKinds()
{
    for (const KindChoice &choice : kindChoices)
        m_kind->addItem(text(choice));
}

void QueryBar::fillPrices()
{
    m_price->addItem(tr("Any price"));
    for (const double limit : priceLimits) {
        const batch::Cost most = batch::Cost::fromUsd(limit);
        m_price->addItem(tr("Up to %1").arg(most.toDisplay()), QVariant::fromValue(most));
    }
}

void QueryBar::fillOrders()
{
    const std::pair<ModelOrder, QString> orders[] = {{ModelOrder::Name, tr("Name")},
                                                     {ModelOrder::Relevance, tr("Relevance")},
                                                     {ModelOrder::Price, tr("Price")},
                                                     {ModelOrder::Time, tr("Typical time")}};
    for (const auto &[order, name] : orders)
        m_order->addItem(name, static_cast<int>(order));
}

void QueryBar::setProviders(const QStringList &providers)
{
    const QString chosen = m_provider->currentData().toString();
    {
        const QSignalBlocker blocker(m_provider);
        m_provider->clear();
        m_provider->addItem(tr("All providers"), QString());
        for (const QString &provider : providers)
            m_provider->addItem(provider, provider);
        m_provider->setCurrentIndex(std::max(0, m_provider->findData(chosen)));
    }
    if (m_provider->currentData().toString() != chosen)
        queryChanged();
}

ModelScope QueryBar::scope() const
{
    return static_cast<ModelScope>(m_scopes->checkedId());
}

ModelOrder QueryBar::impliedOrder() const
{
    const bool words = !m_field->text().trimmed().isEmpty();
    return words || scope() == ModelScope::Recent ? ModelOrder::Relevance : ModelOrder::Name;
}

void QueryBar::queryChanged()
{
    if (!m_orderChosen)
        m_order->setCurrentIndex(m_order->findData(static_cast<int>(impliedOrder())));
    emit searchChanged();
}

ModelSearch QueryBar::search() const
{
    ModelSearch search;
    search.query.words = m_field->text().simplified();
    const KindChoice &kind = kindChoices[std::max(0, m_kind->currentIndex())];
    search.query.type = kind.type;
    search.query.kind = kind.kind;
    search.query.provider = m_provider->currentData().toString();
    if (m_price->currentIndex() > 0)
        search.query.mostCost = m_price->currentData().value<batch::Cost>();
    search.order = static_cast<ModelOrder>(m_order->currentData().toInt());
    search.scope = scope();
    return search;
}

void QueryBar::clear(std::optional<MediaType> type)
{
    {
        const QSignalBlocker self(this);
        m_orderChosen = false;
        m_field->clear();
        m_scopes->button(static_cast<int>(ModelScope::All))->setChecked(true);
        for (int i = 0; i < static_cast<int>(std::size(kindChoices)); ++i) {
            if (kindChoices[i].type == type && !kindChoices[i].kind)
                m_kind->setCurrentIndex(i);
        }
        m_provider->setCurrentIndex(0);
        m_price->setCurrentIndex(0);
    }
    queryChanged();
}

} // namespace ui
