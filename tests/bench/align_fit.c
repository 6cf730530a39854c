/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fits the weights of the aligner to sets of texts with their beads, as a
   semi-Markov conditional random field (S. Sarawagi and W. Cohen, NIPS 2004):
   the likelihood of the beads among all ways through the band, by
   forward-backward, with a Gaussian prior of variance 1; by L-BFGS.

   align_fit -d CEDICT SET...       prints src/align/weights.c
   With -t N copies of the sets in which a sentence in N is missing are added
   (set_thin); -t N,M... one for each enum weight_set, as -v: an article, which the
   first pass is for, has more that is added or left out than a novel.

   align_fit -l -d CEDICT SET...    leaves out each text of the last SET in turn
                                    and says how many beads are right
   align_fit -g -d CEDICT SET...    leaves out each SET in turn

   Any number of sets does, and any two languages (tests/pairs/README has the
   steps, and a set in German and English): what is read of a text written
   with spaces is the same for all of them, and what is not there (numbers in
   words, a dictionary) gets no weight.  Where one is Chinese it may be either
   side.

   -v N[,M...] is another variance than 1, one for each enum weight_set (the last
   one for those that follow too).  The less, the less what is peculiar to the
   sets is believed: texts of a kind that is not among them gain, down to about
   0.02, and those of the kinds that are lose hardly anything.  -w starts from the
   weights there are, which is faster and ends at the same.  -c N[,M...] makes each
   bead that is not in the gold so much likelier while the weights are fitted, so
   that the gold must win by a margin that grows with what is wrong (K. Gimpel and
   N. Smith, "Softmax-Margin CRFs", NAACL 2010).  What is left out is
   told by its loss too, the negative logarithm of the likelihood of its beads,
   which says more than the count where texts are few.  */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "align/pool.h"
#include "base/mem.h"
#include "fit_sample.h"
#include "lbfgs.h"
#include "set.h"

struct samples VEC (struct sample *);

/* What is left out of the fit: text TEXT of set SET, all of its texts where TEXT
   is ALL; nothing where SET is ALL.  A thinned copy goes with its set.  */
#define ALL SIZE_MAX

struct out
{
  size_t set;
  size_t text;
};

struct group
{
  struct set *sets;
  size_t len;
  size_t parts; /* 2 where each set is there twice, once thinned */
  struct pool **pools;
  const struct align_aids *aids;
  const double *variance; /* of each enum weight_set */
  const double *cost;  /* of a bead that is wrong, of each */
  const double *every; /* of so many sentences one is missing in copies; 0: no
                          copies */
  bool warm;           /* starts from align_weights */
  struct out out;
  double left_loss;    /* of what was left out, in the last fit */
  size_t left_beads;
};

struct fit
{
  struct samples samples;
  double variance;
  double cost;
};

static double
loss (void *data, const double *w, double *gradient)
{
  const struct fit *fit = data;
  double sum = 0;
  for (unsigned t = 0; t < TERMS; t++)
    {
      gradient[t] = w[t] / fit->variance;
      sum += w[t] * w[t] / 2 / fit->variance;
    }
  for (size_t k = 0; k < fit->samples.len; k++)
    sum += sample_loss (fit->samples.items[k], w, fit->cost, gradient);
  return sum;
}

/* The first set that is no thinned copy; the copies stand before it.  */
static size_t
first_set (const struct group *group)
{
  return group->len - group->len / group->parts;
}

/* Opens the pools, for the fit of SET.  */
static void
group_open (struct group *group, enum weight_set set)
{
  size_t copies = first_set (group);
  for (size_t g = 0; g < copies; g++)
    set_thin (&group->sets[g], &group->sets[copies + g],
              (size_t) group->every[set]);
  group->pools = mem_new (group->len, sizeof (struct pool *));
  for (size_t g = 0; g < group->len; g++)
    {
      struct set_texts *texts = &group->sets[g].texts;
      group->pools[g] = pool_new (group->aids);
      for (size_t k = 0; k < texts->len; k++)
        pool_add (group->pools[g], &texts->items[k].document->side[ORIGINAL],
                  &texts->items[k].document->side[TRANSLATION]);
      pool_close (group->pools[g]);
    }
}

static void
group_close (struct group *group)
{
  for (size_t g = 0; g < group->len; g++)
    pool_free (group->pools[g]);
  for (size_t g = 0; g < first_set (group); g++)
    set_free (&group->sets[g]);
  free (group->pools);
}

/* The number of set G without its thinned copy.  */
static size_t
set_number (const struct group *group, size_t g)
{
  return g % (group->len / group->parts);
}

static bool
is_out (const struct group *group, size_t g, size_t k)
{
  return set_number (group, g) == group->out.set
         && (group->out.text == ALL || group->out.text == k);
}

/* Fits WEIGHTS to all texts but those that are left out.  */
static void
group_fit (struct group *group, enum weight_set set, float *weights)
{
  struct fit fit
    = { .variance = group->variance[set], .cost = group->cost[set] };
  double w[TERMS] = { 0 };
  for (unsigned t = 0; group->warm && t < TERMS; t++)
    w[t] = (double) align_weights[t][set];
  for (size_t g = 0; g < group->len; g++)
    for (size_t k = 0; k < pool_len (group->pools[g]); k++)
      if (!is_out (group, g, k))
        VEC_PUSH (&fit.samples, sample_new (group->pools[g], k,
                                            &group->sets[g].texts.items[k]));
  double least = lbfgs (loss, &fit, w, TERMS, 150, 0.02);
  for (unsigned t = 0; t < TERMS; t++)
    weights[t] = (float) w[t];
  fprintf (stderr, "loss %.1f\n", least);
  for (size_t k = 0; k < fit.samples.len; k++)
    sample_free (fit.samples.items[k]);
  VEC_FREE (&fit.samples);
}

/* The loss of what was left out; thinned copies not counted.  */
static void
measure_left (struct group *group, const float *weights)
{
  double w[TERMS], gradient[TERMS];
  for (unsigned t = 0; t < TERMS; t++)
    w[t] = (double) weights[t];
  group->left_loss = 0;
  group->left_beads = 0;
  for (size_t g = first_set (group); g < group->len; g++)
    for (size_t k = 0; k < pool_len (group->pools[g]); k++)
      if (is_out (group, g, k))
        {
          const struct set_text *text = &group->sets[g].texts.items[k];
          struct sample *sample = sample_new (group->pools[g], k, text);
          group->left_loss += sample_loss (sample, w, 0, gradient);
          group->left_beads += text->gold.len;
          sample_free (sample);
        }
}

static void
group_align (struct group *group, const float *weights)
{
  for (size_t g = 0; g < group->len; g++)
    pool_align (group->pools[g], weights);
}

/* How many beads of set G are right; of those left out only where any are.  */
static struct set_score
score_set (const struct group *group, size_t g)
{
  struct set_score score = { 0 };
  bool some = set_number (group, g) == group->out.set;
  for (size_t k = 0; k < pool_len (group->pools[g]); k++)
    {
      struct beads beads = pool_beads (group->pools[g], k);
      if (!some || is_out (group, g, k))
        set_score_add (&score, &group->sets[g].texts.items[k].gold, &beads);
      VEC_FREE (&beads);
    }
  return score;
}

static void
group_say (const struct group *group, const char *what)
{
  fprintf (stderr, "%s:", what);
  for (size_t g = 0; g < group->len; g++)
    {
      struct set_score score = score_set (group, g);
      fprintf (stderr, " %.4f", set_score_f1 (&score));
    }
  if (group->left_beads > 0)
    fprintf (stderr, "; left out: loss a bead %.4f",
             group->left_loss / (double) group->left_beads);
  fputc ('\n', stderr);
}

/* A pass: fits the weights it needs and finds the beads anew.  */
static void
fit_pass (struct group *group, float (*weights)[TERMS], const char *what)
{
  enum weight_set set = pool_weight_set (group->pools[0]);
  group_fit (group, set, weights[set]);
  measure_left (group, weights[set]);
  group_align (group, weights[set]);
  group_say (group, what);
}

/* Fits the two sets of weights of a group.  */
static void
fit_both (struct group *group, float (*weights)[TERMS])
{
  bool large = group->aids->large;
  enum weight_set first = WEIGHTS_FIRST + large;
  enum weight_set learned = WEIGHTS_LEARNED + large;
  group_open (group, first);
  group_say (group, "length");
  fit_pass (group, weights, "first");
  if (group->every[first] < group->every[learned]
      || group->every[first] > group->every[learned])
    {
      group_close (group);
      group_open (group, learned);
      group_align (group, weights[first]);
    }
  for (size_t g = 0; g < group->len; g++)
    pool_learn (group->pools[g]);
  fit_pass (group, weights, "learned");
}

/* Fits without OUT and adds up how it fares in SCORE, LOSS and BEADS.  */
static void
leave_out (struct group *group, struct out out, struct set_score *score,
           double *loss, size_t *beads)
{
  float weights[WEIGHT_SETS][TERMS];
  group->out = out;
  fit_both (group, weights);
  size_t g = first_set (group) + out.set;
  struct set_score own = score_set (group, g);
  score->found += own.found;
  score->ours += own.ours;
  score->recalled += own.recalled;
  score->gold += own.gold;
  *loss += group->left_loss;
  *beads += group->left_beads;
  group_close (group);
}

static void
say_left (const struct group *group, size_t set, const char *what,
          const struct set_score *score, double loss, size_t beads)
{
  printf ("%s, %s: strict F1 %.4f, loss a bead %.4f\n",
          group->sets[first_set (group) + set].dir, what,
          set_score_f1 (score), loss / (double) beads);
  fflush (stdout);
}

static void
leave_texts_out (struct group *group)
{
  size_t last = group->len / group->parts - 1, beads = 0;
  size_t texts = group->sets[group->len - 1].texts.len;
  struct set_score score = { 0 };
  double loss = 0;
  for (size_t text = 0; text < texts; text++)
    leave_out (group, (struct out) { last, text }, &score, &loss, &beads);
  say_left (group, last, "each text left out", &score, loss, beads);
}

static void
leave_sets_out (struct group *group)
{
  for (size_t set = 0; set < group->len / group->parts; set++)
    {
      struct set_score score = { 0 };
      double loss = 0;
      size_t beads = 0;
      leave_out (group, (struct out) { set, ALL }, &score, &loss, &beads);
      say_left (group, set, "left out", &score, loss, beads);
    }
}

/* Paragraphs are not in the sets: these weights are set by hand.  */
static void
set_by_hand (float (*weights)[TERMS])
{
  for (unsigned s = 0; s < WEIGHT_SETS; s++)
    {
      weights[s][TERM_PARAGRAPH_BOTH] = 1;
      weights[s][TERM_PARAGRAPH_ONE] = -1.5F;
      weights[s][TERM_PARAGRAPH_CUT] = -2.5F;
    }
}

static void
print_table (float (*weights)[TERMS], int argc, char **argv)
{
  int column = 0;
  printf ("/* SPDX-License-Identifier: GPL-3.0-or-later */\n"
          "/* The weights of the evidence, made by\n    ");
  for (int k = 0; k < argc; k++)
    {
      const char *slash = strrchr (argv[k], '/');
      bool wrap = column > 60 && argv[k][0] == '-';
      column = wrap ? 0 : column;
      column += printf ("%s %s", wrap ? "\n    " : "",
                        slash ? slash + 1 : argv[k]);
    }
  printf ("\n   Rows: enum term; columns: enum weight_set.  */\n"
          "#include \"align/terms.h\"\n\n"
          "const float align_weights[TERMS][WEIGHT_SETS] = {\n");
  for (unsigned t = 0; t < TERMS; t++)
    {
      printf ("  /* %2u */ {", t);
      for (unsigned s = 0; s < WEIGHT_SETS; s++)
        printf ("%s%7.3fF", s ? "," : "", (double) weights[s][t]);
      printf (" },\n");
    }
  printf ("};\n");
}

struct fit_options
{
  const char *cedict;
  bool texts; /* leave out */
  bool sets;
  double every[WEIGHT_SETS];
  double variance[WEIGHT_SETS];
  double cost[WEIGHT_SETS];
};

/* Reads "N,M..." into NUMBERS, which must be LEAST or more.  */
static bool
read_numbers (const char *text, double least, double numbers[WEIGHT_SETS])
{
  for (unsigned set = 0; set < WEIGHT_SETS; set++)
    {
      char *end;
      numbers[set] = strtod (text, &end);
      if (end == text || !(numbers[set] >= least))
        return false;
      if (*end == ',')
        text = end + 1;
      else if (*end)
        return false;
    }
  return true;
}

static bool
read_options (int argc, char **argv, struct fit_options *options,
              struct group *group)
{
  for (int c; (c = getopt (argc, argv, "lgwc:d:t:v:")) >= 0;)
    switch (c)
      {
      case 'l':
        options->texts = true;
        break;
      case 'g':
        options->sets = true;
        break;
      case 'w':
        group->warm = true;
        break;
      case 'c':
        if (!read_numbers (optarg, 0, options->cost))
          return false;
        break;
      case 't':
        if (!read_numbers (optarg, 1, options->every))
          return false;
        break;
      case 'v':
        if (!read_numbers (optarg, 1e-6, options->variance))
          return false;
        break;
      case 'd':
        options->cedict = optarg;
        break;
      default:
        return false;
      }
  return optind < argc;
}

static void
read_sets (struct group *group, char **dirs, size_t len)
{
  size_t thin = group->every[0] > 0 ? len : 0;
  group->len = len + thin;
  group->parts = thin ? 2 : 1;
  group->sets = mem_new (group->len, sizeof *group->sets);
  for (size_t g = 0; g < len; g++)
    set_read (&group->sets[thin + g], dirs[g]);
}

static void
free_sets (struct group *group)
{
  for (size_t g = first_set (group); g < group->len; g++)
    set_free (&group->sets[g]);
  free (group->sets);
}

int
main (int argc, char **argv)
{
  static float weights[WEIGHT_SETS][TERMS];
  struct fit_options options = { .variance = { 1, 1, 1, 1 } };
  struct group group
    = { .out = { ALL, ALL }, .variance = options.variance,
        .cost = options.cost, .every = options.every };
  if (!read_options (argc, argv, &options, &group))
    {
      fputs ("usage: align_fit [-l] [-g] [-w] [-c N[,M...]] [-t N[,M...]] "
             "[-v N[,M...]] [-d CEDICT] SET...\n",
             stderr);
      return 2;
    }
  read_sets (&group, argv + optind, (size_t) (argc - optind));
  for (int a = 0; a < (options.cedict ? 2 : 1); a++)
    {
      struct set_aids aids;
      set_aids_open (&aids, a ? options.cedict : NULL);
      group.aids = &aids.aids;
      if (options.texts)
        leave_texts_out (&group);
      if (options.sets)
        leave_sets_out (&group);
      if (!options.texts && !options.sets)
        {
          fit_both (&group, weights);
          group_close (&group);
        }
      set_aids_close (&aids);
    }
  free_sets (&group);
  set_by_hand (weights);
  if (!options.texts && !options.sets)
    print_table (weights, argc, argv);
  return 0;
}
