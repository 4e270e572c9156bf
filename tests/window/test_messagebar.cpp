// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/messages/messagebar.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using ui::MessageBar;

namespace {

QStringList textsOf(const MessageBar &bar)
{
    QStringList texts;
    for (const QLabel *label : bar.findChildren<QLabel *>()) {
        if (label->isVisible() && !label->text().isEmpty())
            texts.append(label->text());
    }
    return texts;
}

} // namespace

class TestMessageBar : public QObject
{
    Q_OBJECT

private slots:
    void takesNoRoomWhileThereIsNothingToSay();
    void aTopicHasOneLineThatKeepsItsPlace();
    void sayingTheSameAgainLeavesTheLineAlone();
    void closesByItsButton();
    void aButtonMayDismissItsOwnLine();
    void detailsShowOnDemand();
};

void TestMessageBar::takesNoRoomWhileThereIsNothingToSay()
{
    MessageBar bar;
    QVERIFY(bar.isHidden());
    bar.tell(u"a"_s, {MessageBar::Kind::Information, u"One"_s, {}, {}});
    QVERIFY(!bar.isHidden());
    bar.dismiss(u"a"_s);
    QVERIFY(bar.isHidden());
    bar.dismiss(u"never shown"_s);
    QVERIFY(bar.isHidden());
}

void TestMessageBar::aTopicHasOneLineThatKeepsItsPlace()
{
    MessageBar bar;
    bar.tell(u"a"_s, {MessageBar::Kind::Information, u"One"_s, {}, {}});
    bar.tell(u"b"_s, {MessageBar::Kind::Warning, u"Two"_s, {}, {}});
    bar.tell(u"a"_s, {MessageBar::Kind::Error, u"Three"_s, {}, {}});
    bar.resize(600, 200);
    bar.QWidget::show();
    QVERIFY(QTest::qWaitForWindowExposed(&bar));
    QStringList texts = textsOf(bar);
    texts.sort();
    QCOMPARE(texts, QStringList({u"Three"_s, u"Two"_s}));
    const auto topOf = [&bar](const QString &text) {
        for (QLabel *label : bar.findChildren<QLabel *>()) {
            if (label->text() == text)
                return label->mapTo(&bar, QPoint()).y();
        }
        return -1;
    };
    QVERIFY(topOf(u"Three"_s) < topOf(u"Two"_s));
}

void TestMessageBar::sayingTheSameAgainLeavesTheLineAlone()
{
    MessageBar bar;
    const MessageBar::Message message{MessageBar::Kind::Warning, u"Paused"_s, {}, {}};
    bar.tell(u"a"_s, message);
    const QPointer<QLabel> before = bar.findChildren<QLabel *>().last();
    bar.tell(u"a"_s, message);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(before);
}

void TestMessageBar::closesByItsButton()
{
    MessageBar bar;
    bar.tell(u"a"_s, {MessageBar::Kind::Information, u"One"_s, {}, {}});
    QTest::mouseClick(bar.findChild<QToolButton *>(), Qt::LeftButton);
    QVERIFY(bar.isHidden());

    bar.tell(u"b"_s, {MessageBar::Kind::Warning, u"Stays"_s, {}, {}, false});
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(!bar.findChild<QToolButton *>());
}

void TestMessageBar::aButtonMayDismissItsOwnLine()
{
    MessageBar bar;
    int triggered = 0;
    bar.tell(u"a"_s, {MessageBar::Kind::Warning, u"Paused"_s, {}, {{u"Go on"_s, [&] {
                                                                        ++triggered;
                                                                        bar.dismiss(u"a"_s);
                                                                    }}}});
    QTest::mouseClick(bar.findChild<QPushButton *>(), Qt::LeftButton);
    QCOMPARE(triggered, 1);
    QVERIFY(bar.isHidden());
}

void TestMessageBar::detailsShowOnDemand()
{
    MessageBar bar;
    bar.tell(u"a"_s, {MessageBar::Kind::Error, u"Bad"_s, {u"a.yaml:3:1: x"_s, u"b"_s}, {}});
    auto *details = bar.findChild<QPlainTextEdit *>();
    QVERIFY(details);
    QVERIFY(details->isHidden());
    QTest::mouseClick(bar.findChild<QPushButton *>(), Qt::LeftButton);
    QVERIFY(!details->isHidden());
    QVERIFY(details->toPlainText().contains(u"a.yaml:3:1"));
}

QTEST_MAIN(TestMessageBar)
#include "test_messagebar.moc"
