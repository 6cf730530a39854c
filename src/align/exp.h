#include <stdlib.h>
static inline double exp_var (const char *name, double def)
{ const char *v = getenv (name); return v ? atof (v) : def; }
