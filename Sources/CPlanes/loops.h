// The loops that treat every pixel alike.

#define EACH(i) for (long i = 0; i < pixels; i++)

INLINE doubles NAME(wide)(vector x) { return __builtin_convertvector(x, doubles); }

INLINE vector NAME(rectified)(vector x) { return x <= (vector){} ? (vector){} : x; }

INLINE vector NAME(affine)(const map_t *m, vector x) {
  return (x - m->mean) * m->slope + m->bias;
}

INLINE vector NAME(clamped)(const map_t *m, vector y) { return y <= m->floor ? (vector){} : y; }

INLINE vector NAME(passing)(const map_t *m, vector dy, vector x) {
  return NAME(affine)(m, x) <= m->floor ? (vector){} : dy;
}

static void NAME(add)(const float *a, const float *b, float *y, long pixels) {
  EACH(i) V(y)[i] = V(a)[i] + V(b)[i];
}

static void NAME(add_relu)(const float *a, const float *b, float *y, long pixels) {
  EACH(i) V(y)[i] = NAME(rectified)(V(a)[i] + V(b)[i]);
}

static void NAME(relu)(const float *x, float *y, long pixels) { EACH(i) V(y)[i] = NAME(rectified)(V(x)[i]); }

static void NAME(relu_gradient)(const float *dy, const float *y, float *dx, long pixels) {
  EACH(i) V(dx)[i] = V(y)[i] <= (vector){} ? (vector){} : V(dy)[i];
}

static void NAME(add_relu_gradient)(const float *a, const float *b, const float *y, float *dx, long pixels) {
  EACH(i) V(dx)[i] = V(y)[i] <= (vector){} ? (vector){} : V(a)[i] + V(b)[i];
}

static void NAME(map)(const float *map, const float *x, float *y, long pixels) {
  map_t m = *(const map_t *)map;
  EACH(i) V(y)[i] = NAME(clamped)(&m, NAME(affine)(&m, V(x)[i]));
}

static void NAME(map_gradient)(const float *map, const float *dy, const float *x, float *dx, long pixels) {
  map_t m = *(const map_t *)map;
  EACH(i) V(dx)[i] = NAME(passing)(&m, V(dy)[i], V(x)[i]);
}

// The second pass over a plane finds it in the cache. It also corrects what the first one rounded off: distances from a
// number near the mean are small, however large the mean is, and their sum is exact.
static void NAME(measure)(const float *x, long pixels, double *mean, double *squares) {
  vector first = V(x)[0], sum = {};
  EACH(i) sum += V(x)[i] - first;
  vector count = (float)pixels, guess = first + sum / count, rest = {}, all = {};

  // Sixty-four at a time: few numbers are added to a large sum, which drops their last digits.
  for (long some = 0; some < pixels; some += 64) {
    vector some_rest = {}, some_squares = {};
    for (long i = some; i < some + 64 && i < pixels; i++) {
      vector distance = V(x)[i] - guess;
      some_rest += distance;
      some_squares += distance * distance;
    }
    rest += some_rest;
    all += some_squares;
  }
  *(loose_doubles *)mean = NAME(wide)(guess) + NAME(wide)(rest / count);
  *(loose_doubles *)squares = NAME(wide)(all - rest * rest / count);
}

static void NAME(sum)(const float *x, long pixels, double *sum) {
  doubles total = {};
  EACH(i) total += NAME(wide)(V(x)[i]);
  *(loose_doubles *)sum = total;
}

static void NAME(gradient_sums)(const float *map, const double *mean, const float *dy, const float *x,
                                long pixels, double *sum, double *product) {
  map_t m = *(const map_t *)map;
  doubles exact_mean = *(const loose_doubles *)mean, all = {}, products = {};
  EACH(i) {
    doubles passed = NAME(wide)(NAME(passing)(&m, V(dy)[i], V(x)[i]));
    all += passed;
    products += passed * (NAME(wide)(V(x)[i]) - exact_mean);
  }
  *(loose_doubles *)sum = all;
  *(loose_doubles *)product = products;
}

static void NAME(norm_gradient)(const float *map, const float *fixed, const float *sloped, const float *dy,
                                const float *x, float *dx, long pixels) {
  map_t m = *(const map_t *)map;
  vector constant = *(const loose_vector *)fixed, share = *(const loose_vector *)sloped;
  EACH(i) {
    vector passed = NAME(passing)(&m, V(dy)[i], V(x)[i]), distance = V(x)[i] - m.mean;
    V(dx)[i] = (passed - constant - distance * share) * m.slope;
  }
}

static void NAME(scale_gradient)(const float *map, const float *dy, const float *x, float *dx, long pixels) {
  map_t m = *(const map_t *)map;
  EACH(i) V(dx)[i] = NAME(passing)(&m, V(dy)[i], V(x)[i]) * m.slope;
}
#undef EACH
