// The windows of a pooling over a plane, one after another.

INLINE long NAME(first)(const plane_windows *w, long place) {
  long start = place * w->stride - w->padding;
  return start > 0 ? start : 0;
}

INLINE long NAME(end)(const plane_windows *w, long place, long length) {
  long end = place * w->stride - w->padding + w->kernel;
  return end < length ? end : length;
}

static void NAME(pool)(const plane_windows *w, const float *x, float *y) {
  vector *out = V(y);
  for (long r = 0; r < w->out_height; r++)
    for (long c = 0; c < w->out_width; c++) {
      long left = NAME(first)(w, c), right = NAME(end)(w, c, w->width), bottom = NAME(end)(w, r, w->height);
      vector largest = -__builtin_inff();
      for (long i = NAME(first)(w, r); i < bottom; i++)
        for (long j = left; j < right; j++) {
          vector pixel = V(x)[i * w->width + j];
          mask wins = pixel > largest | pixel != pixel;
          largest = wins ? pixel : largest;
        }
      *out++ = largest;
    }
}

// The winner is the first input that equals the maximum, or, if that is NaN, the first that is NaN.
static void NAME(pool_gradient)(const plane_windows *w, const float *dy, const float *x, const float *y, float *dx) {
  for (long i = 0; i < w->height * w->width; i++) V(dx)[i] = (vector){};
  long out = 0;
  for (long r = 0; r < w->out_height; r++)
    for (long c = 0; c < w->out_width; c++, out++) {
      long left = NAME(first)(w, c), right = NAME(end)(w, c, w->width), bottom = NAME(end)(w, r, w->height);
      vector largest = V(y)[out], rest = V(dy)[out];
      for (long i = NAME(first)(w, r); i < bottom; i++)
        for (long j = left; j < right; j++) {
          vector pixel = V(x)[i * w->width + j], *place = V(dx) + i * w->width + j;
          mask wins = pixel == largest | pixel != pixel;
          *place += wins ? rest : (vector){};
          rest = wins ? (vector){} : rest;
        }
    }
}
