// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/request/filling.h"

#include <algorithm>

namespace catalog {

using namespace Qt::StringLiterals;

Filling::Filling(const batch::Job &job)
    : m_job(job)
{
    for (auto it = job.params.begin(); it != job.params.end(); ++it) {
        // Prices, slots and back-off go by the job's model: nothing changes it behind our back.
        if (it.key() != "model"_L1)
            m_parameters.filled.append({it.key(), it.value(), batch::Field::Params, true});
    }
}

bool Filling::isInParams(CommonName name) const
{
    const QStringList &names = namesOf(name);
    return !m_job.params.isEmpty()
        && std::any_of(names.begin(), names.end(),
                       [this](const QString &each) { return m_job.params.contains(each); });
}

bool Filling::isFilled(const QString &name) const
{
    const QList<Filled> &all = m_parameters.filled;
    return std::any_of(all.begin(), all.end(),
                       [&name](const Filled &each) { return each.name == name; });
}

void Filling::fill(const QString &name, const QJsonValue &value, batch::Field field)
{
    if (!isFilled(name))
        m_parameters.filled.append({name, value, field, true});
}

void Filling::fillDefault(const QString &name, const QJsonValue &value, batch::Field field)
{
    if (!isFilled(name))
        m_parameters.filled.append({name, value, field, false});
}

void Filling::fillDefault(const Parameter &parameter, const QJsonValue &usual, batch::Field field)
{
    const QJsonValue value = parameter.hasDefault() ? parameter.defaultValue : usual;
    if (fault(parameter, value).isEmpty())
        fillDefault(parameter.name, value, field);
}

} // namespace catalog
