// The maps in two dimensions: columns of a square are read and mapped, and then its rows, which are stored.

enum { most = 7 };  // the longest side of a square
typedef void map_t(const vector[], vector[]);
#define EACH(i, count) _Pragma("clang loop unroll(full)") for (int i = 0; i < count; i++)

// Where the rows of a tile begin. Outside of the image it is a zero, and stays one however far along the row: `step`.
typedef struct { const vector *row[most]; long step[most]; } rows_t;
static const vector zero = {};

INLINE rows_t rows_of(const float *plane, winograd_place p, int side) {
  rows_t r;
  EACH(i, side) {
    int is_inside = (unsigned long)(p.top + i) < (unsigned long)p.height;
    r.row[i] = is_inside ? (const vector *)plane + (p.top + i) * p.width + p.left : &zero;
    r.step[i] = is_inside;
  }
  return r;
}

INLINE int has_column(winograd_place p, int j) { return (unsigned long)(p.left + j) < (unsigned long)p.width; }

INLINE void apply(const winograd_affine *affine, int is_inside, vector *x) {
  const vector *a = (const vector *)affine;  // mean, slope, bias, floor
  vector y = (*x - a[0]) * a[1] + a[2];
  y = y <= a[3] ? (vector){} : y;
  *x = is_inside ? y : (vector){};
}

// Number (i, j) is the vector at numbers + (i * from + j) * step, in floats.
INLINE void map_columns(map_t map, int from, int to, const float *numbers, long step, vector square[most][most]) {
  EACH(j, from) {
    vector x[most], y[most];
    EACH(i, from) x[i] = *(const vector *)(numbers + (i * from + j) * step);
    map(x, y);
    EACH(i, to) square[i][j] = y[i];
  }
}

INLINE void map_rows(map_t map, int from, int to, const vector square[most][most], winograd_points points) {
  EACH(i, to) {
    vector y[most];
    map(square[i], y);
    EACH(j, to) *(vector *)(points.points + (i * to + j) * points.step) = y[j];
  }
}

INLINE void read_mapped(map_t map, int from, int to, const float *plane, winograd_place p,
                        const winograd_affine *affine, winograd_points points) {
  vector square[most][most];
  rows_t rows = rows_of(plane, p, from);
  // The next tile along the row has as many new columns as a tile has outputs.
  EACH(i, from) EACH(j, 4) __builtin_prefetch(rows.row[i] + (from + j) * rows.step[i]);
  EACH(j, from) {
    vector x[most] = {}, y[most] = {};
    if (has_column(p, j)) {
      EACH(i, from) {
        x[i] = rows.row[i][j * rows.step[i]];
        if (affine) apply(affine, rows.step[i] != 0, &x[i]);
      }
      map(x, y);
    }
    EACH(i, to) square[i][j] = y[i];
  }
  map_rows(map, from, to, square, points);
}

// `streams`: whether to write past the cache, for images that will have left it before anybody reads them.
INLINE void write_mapped(map_t map, int from, int to, winograd_points points, const float *bias, float *plane,
                         winograd_place p, int streams) {
  vector square[most][most];
  if (!streams)
    EACH(i, to) if (p.top + i < p.height)
      EACH(j, to) __builtin_prefetch((vector *)plane + (p.top + i) * p.width + p.left + to + j, 1);
  map_columns(map, from, to, points.points, points.step, square);
  vector b = bias ? *(const vector *)bias : zero;
  EACH(i, to) {
    if (p.top + i >= p.height) break;
    vector *pixels = (vector *)plane + (p.top + i) * p.width + p.left, y[most];
    map(square[i], y);
    EACH(j, to) if (p.left + j < p.width) {
      if (streams) __builtin_nontemporal_store(y[j] + b, pixels + j);
      else pixels[j] = y[j] + b;
    }
  }
}

// Tiles at stride 2 share their first row and column with those before, which are there already.
INLINE void add_mapped(map_t map, int side, winograd_points points, float *plane, winograd_place p) {
  vector square[most][most];
  map_columns(map, side, side, points.points, points.step, square);
  EACH(i, side) {
    if ((unsigned long)(p.top + i) >= (unsigned long)p.height) continue;
    vector *pixels = (vector *)plane + (p.top + i) * p.width + p.left, y[most];
    map(square[i], y);
    EACH(j, side) if (has_column(p, j)) pixels[j] = i == 0 || j == 0 ? pixels[j] + y[j] : y[j];
  }
}

INLINE void window_mapped(map_t map, int from, int to, const float *window, long step, winograd_points points) {
  vector square[most][most];
  map_columns(map, from, to, window, step, square);
  map_rows(map, from, to, square, points);
}

INLINE void mapped_window(map_t map, int from, int to, winograd_points points, float *window, long step) {
  vector square[most][most];
  map_columns(map, from, to, points.points, points.step, square);
  EACH(i, to) {
    vector y[most];
    map(square[i], y);
    EACH(j, to) *(vector *)(window + (i * to + j) * step) = y[j];
  }
}
