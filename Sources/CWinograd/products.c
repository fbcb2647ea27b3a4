// Products of matrices that lie in the cache, by blocks of eight rows and one or two vectors of columns whose sums
// stay in registers.

#include "vectors.h"

int winograd_right_group(long channels) { return channels % 32 ? 16 : 32; }

enum { inner_at_once = winograd_left_group };

// left: number (row, i) at row * row_step + i * inner_step. right: row i at i * vectors. sums: rows of `columns`.
// ahead: what will be the right factor soon, and is fetched meanwhile, as much as it has rows.
INLINE void block(const float *left, long row_step, long inner_step, const vector *right, int vectors, long inner,
                  float *sums, long columns, int adds, const vector *ahead) {
  vector s[winograd_rows][2];
  for (int r = 0; r < winograd_rows; r++)
    for (int v = 0; v < vectors; v++) s[r][v] = adds ? ((vector *)(sums + r * columns))[v] : (vector){};
  for (long i = 0; i < inner; i++, right += vectors, left += inner_step) {
    __builtin_prefetch(ahead + i, 0, 2);
    for (int r = 0; r < winograd_rows; r++)
      for (int v = 0; v < vectors; v++) s[r][v] += left[r * row_step] * right[v];
  }
  for (int r = 0; r < winograd_rows; r++)
    for (int v = 0; v < vectors; v++) ((vector *)(sums + r * columns))[v] = s[r][v];
}

// The next part of the right factor, of which half is fetched while eight rows from `row` on are computed.
INLINE const vector *after(const vector *right, int vectors, long inner, long row) {
  return right + (vectors + row / winograd_rows % vectors) * inner;
}

INLINE void product(const float *left, const float *right, int vectors, float *sums, long tiles, long inner,
                    long columns) {
  for (long column = 0; column < columns; column += 16 * vectors)
    for (long first = 0; first < inner; first += inner_at_once) {
      long some = least(inner_at_once, inner - first);
      const vector *part = (const vector *)(right + column * inner) + first * vectors;
      for (long tile = 0; tile < tiles; tile += winograd_rows)
        block(left + first * tiles + tile * some, some, 1, part, vectors, some, sums + tile * columns + column, columns,
              first > 0, after(part, vectors, some, tile));
    }
}

INLINE void product_gradient(const float *left, const float *right, int vectors, float *sums, long tiles,
                             long first_row, long last_row, long rows, long columns, int adds) {
  for (long column = 0; column < columns; column += 16 * vectors)
    for (long first = 0; first < tiles; first += inner_at_once) {
      long some = least(inner_at_once, tiles - first);
      const vector *part = (const vector *)(right + column * tiles) + first * vectors;
      for (long row = first_row; row < last_row; row += winograd_rows) {
        long group = row / winograd_left_group * winograd_left_group;
        long step = least(winograd_left_group, rows - group);
        block(left + group * tiles + first * step + row - group, 1, step, part, vectors, some,
              sums + row * columns + column, columns, adds || first > 0, after(part, vectors, some, row));
      }
    }
}

WIDE void winograd_product(const float *left, const float *right, float *sums, long tiles, long inner, long columns) {
  if (winograd_right_group(columns) == 32) product(left, right, 2, sums, tiles, inner, columns);
  else product(left, right, 1, sums, tiles, inner, columns);
}

WIDE void winograd_product_gradient(const float *left, const float *right, float *sums, long tiles, long first,
                                    long last, long rows, long columns, int adds) {
  if (winograd_right_group(columns) == 32)
    product_gradient(left, right, 2, sums, tiles, first, last, rows, columns, adds);
  else
    product_gradient(left, right, 1, sums, tiles, first, last, rows, columns, adds);
}
