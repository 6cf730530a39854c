/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Units of measure.  Chinese ones are the market units of 1930 and later.  */
#include "number/unit.h"

#include <stddef.h>
#include <string.h>

/* Sorted by the bytes of the symbols.  */
const struct unit units[] = {
  { "%", "1", { 1, -2, 1 }, "one hundredth" },
  { "1", "1", { 1, 0, 1 }, NULL },
  { "A", "A", { 1, 0, 1 }, NULL },
  { "MW", "kW", { 1, 3, 1 }, "1 MW = 1000 kW" },
  { "V", "V", { 1, 0, 1 }, NULL },
  { "W", "kW", { 1, -3, 1 }, "1 W = 0.001 kW" },
  { "acre", "m2", { 40468564224, -7, 1 }, "1 acre = 4046.8564224 m2" },
  { "atm", "atm", { 1, 0, 1 }, NULL },
  { "cent", "dollar", { 1, -2, 1 }, "1 cent = 0.01 dollar" },
  { "century", "month", { 12, 2, 1 }, "1 century = 100 years" },
  { "chi", "m", { 1, 0, 3 }, "1 chi = 1/3 m" },
  { "cm", "m", { 1, -2, 1 }, "1 cm = 0.01 m" },
  { "cm2", "m2", { 1, -4, 1 }, "1 cm2 = 0.0001 m2" },
  { "cm3", "m3", { 1, -6, 1 }, "1 cm3 = 0.000001 m3" },
  { "cun", "m", { 1, -1, 3 }, "1 cun = 1/30 m" },
  { "dan", "kg", { 5, 1, 1 }, "1 dan = 50 kg (100 jin)" },
  { "day", "hour", { 24, 0, 1 }, "1 day = 24 hours" },
  { "decade", "month", { 12, 1, 1 }, "1 decade = 10 years" },
  { "degC", "degC", { 1, 0, 1 }, NULL },
  { "degree", "degree", { 1, 0, 1 }, NULL },
  { "dm", "m", { 1, -1, 1 }, "1 dm = 0.1 m" },
  { "dollar", "dollar", { 1, 0, 1 }, NULL },
  { "dou", "m3", { 1, -2, 1 }, "1 dou = 10 l" },
  { "fen", "yuan", { 1, -2, 1 }, "1 fen = 0.01 yuan" },
  { "foot", "m", { 3048, -4, 1 }, "1 foot = 0.3048 m" },
  { "foot2", "m2", { 9290304, -8, 1 }, "1 foot2 = 0.09290304 m2" },
  { "foot3", "m3", { 28316846592, -12, 1 }, "1 foot3 = 0.028316846592 m3" },
  { "franc", "franc", { 1, 0, 1 }, NULL },
  { "g", "kg", { 1, -3, 1 }, "1 g = 0.001 kg" },
  { "gallon", "m3", { 454609, -8, 1 }, "1 gallon = 4.54609 l (imperial)" },
  { "ha", "m2", { 1, 4, 1 }, "1 ha = 10000 m2" },
  { "hour", "hour", { 1, 0, 1 }, NULL },
  { "household", "household", { 1, 0, 1 }, NULL },
  { "hp", "kW", { 73549875, -8, 1 }, "1 hp = 0.73549875 kW (metric)" },
  { "inch", "m", { 254, -4, 1 }, "1 inch = 0.0254 m" },
  { "jiao", "yuan", { 1, -1, 1 }, "1 jiao = 0.1 yuan" },
  { "jin", "kg", { 5, -1, 1 }, "1 jin = 0.5 kg (since 1930)" },
  { "kV", "V", { 1, 3, 1 }, "1 kV = 1000 V" },
  { "kW", "kW", { 1, 0, 1 }, NULL },
  { "kWh", "kWh", { 1, 0, 1 }, NULL },
  { "kcal", "kcal", { 1, 0, 1 }, NULL },
  { "kg", "kg", { 1, 0, 1 }, NULL },
  { "km", "m", { 1, 3, 1 }, "1 km = 1000 m" },
  { "km2", "m2", { 1, 6, 1 }, "1 km2 = 1000000 m2" },
  { "kt", "kg", { 1, 6, 1 }, "1 kt = 1000000 kg" },
  { "l", "m3", { 1, -3, 1 }, "1 l = 0.001 m3" },
  { "lb", "kg", { 45359237, -8, 1 }, "1 lb = 0.45359237 kg" },
  { "li", "m", { 5, 2, 1 }, "1 li = 500 m" },
  { "liang", "kg", { 5, -2, 1 },
    "1 liang = 0.05 kg (ten to the jin, since 1959; sixteen before)" },
  { "m", "m", { 1, 0, 1 }, NULL },
  { "m2", "m2", { 1, 0, 1 }, NULL },
  { "m3", "m3", { 1, 0, 1 }, NULL },
  { "mg", "kg", { 1, -6, 1 }, "1 mg = 0.000001 kg" },
  { "mile", "m", { 1609344, -3, 1 }, "1 mile = 1609.344 m" },
  { "mile2", "m2", { 2589988110336, -6, 1 }, "1 mile2 = 2589988.110336 m2" },
  { "minute", "hour", { 5, -2, 3 }, "1 minute = 1/60 hour" },
  { "ml", "m3", { 1, -6, 1 }, "1 ml = 0.000001 m3" },
  { "mm", "m", { 1, -3, 1 }, "1 mm = 0.001 m" },
  { "month", "month", { 1, 0, 1 }, NULL },
  { "mu", "m2", { 2, 3, 3 }, "1 mu = 1/15 ha" },
  { "nmi", "m", { 1852, 0, 1 }, "1 nmi = 1852 m" },
  { "oz", "kg", { 28349523125, -12, 1 }, "1 oz = 0.028349523125 kg" },
  { "person", "person", { 1, 0, 1 }, NULL },
  { "pound-sterling", "pound-sterling", { 1, 0, 1 }, NULL },
  { "pp", "pp", { 1, 0, 1 }, NULL },
  { "qian", "kg", { 5, -3, 1 }, "1 qian = 0.005 kg" },
  { "qing", "m2", { 2, 5, 3 }, "1 qing = 100 mu = 20/3 ha" },
  { "quarter", "month", { 3, 0, 1 }, "1 quarter = 3 months" },
  { "quintal", "kg", { 1, 2, 1 }, "1 quintal = 100 kg" },
  { "rpm", "rpm", { 1, 0, 1 }, NULL },
  { "ruble", "ruble", { 1, 0, 1 }, NULL },
  { "rupee", "rupee", { 1, 0, 1 }, NULL },
  { "second", "hour", { 25, -4, 9 }, "1 second = 1/3600 hour" },
  { "sheng", "m3", { 1, -3, 1 }, "1 sheng = 1 l" },
  { "shi", "m3", { 1, -1, 1 }, "1 shi = 100 l" },
  { "t", "kg", { 1, 3, 1 }, "1 t = 1000 kg" },
  { "um", "m", { 1, -6, 1 }, "1 um = 0.000001 m" },
  { "week", "hour", { 168, 0, 1 }, "1 week = 7 days" },
  { "x", "x", { 1, 0, 1 }, NULL },
  { "yard", "m", { 9144, -4, 1 }, "1 yard = 0.9144 m" },
  { "year", "month", { 12, 0, 1 }, "1 year = 12 months" },
  { "yen", "yen", { 1, 0, 1 }, NULL },
  { "yuan", "yuan", { 1, 0, 1 }, NULL },
  { "zhang", "m", { 1, 1, 3 }, "1 zhang = 10/3 m" },
  { "‰", "1", { 1, -3, 1 }, "one thousandth" },
  { "‱", "1", { 1, -4, 1 }, "one ten-thousandth" },
  { NULL, NULL, { 0, 0, 1 }, NULL },
};

const struct unit *
unit_find (const char *symbol)
{
  size_t low = 0, high = sizeof units / sizeof *units - 1;
  while (low < high)
    {
      size_t middle = low + (high - low) / 2;
      int order = strcmp (symbol, units[middle].symbol);
      if (order == 0)
        return &units[middle];
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }
  return NULL;
}

bool
unit_is_measure (const char *symbol)
{
  return unit_find (symbol) && strcmp (symbol, "person") != 0
         && strcmp (symbol, "household") != 0;
}
