// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options/optionchecks.h"

#include "batch/cost.h"

#include <QCoreApplication>
#include <QUrl>

#include <cmath>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(cli::Options)
};

/// No option, command or value begins with it.
constexpr char guard = '\x01';

// Unqualified below: lupdate takes `CLI` for the context of the texts inside.
using CLI::Validator;

} // namespace

std::string utf8(const QString &text)
{
    return text.toStdString();
}

QString fromArgument(const std::string &argument)
{
    const QString text =
        QString::fromLocal8Bit(argument.data(), static_cast<qsizetype>(argument.size()));
    return text.startsWith(QLatin1Char(guard)) ? text.sliced(1) : text;
}

std::string guarded(std::string argument)
{
    if (argument.starts_with('[') || argument.starts_with(guard))
        argument.insert(argument.begin(), guard);
    return argument;
}

QString withoutGuards(const std::string &message)
{
    QString text = QString::fromLocal8Bit(message.data(), static_cast<qsizetype>(message.size()));
    return text.remove(QLatin1Char(guard));
}

Validator factor()
{
    Validator validator;
    validator.operation([](std::string &text) -> std::string {
        bool ok = false;
        const double value = fromArgument(text).toDouble(&ok);
        if (ok && std::isfinite(value) && value >= 0.001 && value <= 100'000)
            return {};
        return utf8(
            Words::tr("“%1”: expected a number from 0.001 to 100000.").arg(fromArgument(text)));
    });
    return validator;
}

Validator amount()
{
    Validator validator;
    validator.operation([](std::string &text) -> std::string {
        if (batch::Cost::fromDecimal(fromArgument(text)))
            return {};
        return utf8(
            Words::tr("“%1”: expected an amount in USD, such as 12.50.").arg(fromArgument(text)));
    });
    return validator;
}

Validator serverAddress()
{
    Validator validator;
    validator.operation([](std::string &text) -> std::string {
        const QUrl url(fromArgument(text), QUrl::StrictMode);
        if (url.isValid() && url.scheme().startsWith("http"_L1) && !url.host().isEmpty())
            return {};
        return utf8(Words::tr("“%1”: expected an address such as %2.")
                        .arg(fromArgument(text), u"https://api.atlascloud.ai/api/v1"_s));
    });
    return validator;
}

} // namespace cli
