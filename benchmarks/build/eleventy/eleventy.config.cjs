// The lists that an Eleventy user makes: collections, each sorted into once.
module.exports = (config) => {
  const day = (value) => new Date(value).toISOString().slice(0, 10).split("-").reverse().join("/");
  config.addFilter("day", day);
  config.addPassthroughCopy({ static: "." });
  config.setNunjucksEnvironmentOptions({ autoescape: true });
  const under = (api, folder) => api.getFilteredByGlob(`**/content/${folder}/*.md`).filter((item) => !item.data.shows);
  const groups = (items, keys) => {
    const found = new Map();
    for (const item of items) for (const key of new Set(keys(item.data.record))) found.set(key, [...(found.get(key) ?? []), item]);
    return found;
  };
  config.addCollection("procedures", (api) => under(api, "thu-tuc"));
  config.addCollection("units", (api) => under(api, "don-vi"));
  config.addCollection("laws", (api) => under(api, "van-ban"));
  config.addCollection("laws_by_number", (api) => Object.fromEntries(under(api, "van-ban").map((item) => [item.data.record.so_ky_hieu, item])));
  config.addCollection("by_law", (api) => Object.fromEntries(groups(under(api, "thu-tuc"), (record) => record.can_cu_phap_ly.map((basis) => basis.so_ky_hieu))));
  config.addCollection("fields", (api) => [...groups(under(api, "thu-tuc"), (record) => [record.linh_vuc])].map(([name, pages]) => ({ name, pages })));
  config.addCollection("at_commune", (api) => under(api, "thu-tuc").filter((item) => item.data.record.cap_thuc_hien.includes("cấp xã")));
  let list; // all communes receive the same: rendered once
  config.addFilter("items", function (items) {
    list ??= this.env.renderString('{% import "macros.njk" as macros %}{% for item in items %}{{ macros.item(item) }}{% endfor %}', { items });
    return list;
  });
  return { markdownTemplateEngine: false, dir: { includes: "_includes" } };
};
