// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
class T : public QObject
{
    Q_OBJECT
};
QTEST_APPLESS_MAIN(T)
#include "test_jobcheck.moc"
