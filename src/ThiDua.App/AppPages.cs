using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.ResponseCompression;
using ThiDua.App.Data;
using ThiDua.App.Forms;
using ThiDua.App.Security;
using ThiDua.App.Shared;

namespace ThiDua.App;

/// <summary>Pages: their filters, languages, compression.</summary>
internal static class AppPages
{
    public static void AddPages(this IServiceCollection services)
    {
        services.AddLocalization();
        services
            .AddRazorPages(o => o.RootDirectory = "/Features")
            .AddMvcOptions(o =>
            {
                o.Filters.Add<PermissionGuard>();
                o.Filters.Add<InputGuard>();
                o.Filters.Add<OncePosts>();
                o.Filters.Add<KeptForms>();
                o.Filters.Add<QueuedPosts>();
                o.ModelBindingMessageProvider.SetValueMustNotBeNullAccessor(_ => "Cần nhập mục này");
            });
        services.AddSingleton<Microsoft.AspNetCore.Mvc.ViewFeatures.IFileVersionProvider, FileVersions>();
        services.ConfigureHttpJsonOptions(o => o.SerializerOptions.Converters.Add(new CleanTextConverter()));
        services.Configure<Microsoft.Extensions.WebEncoders.WebEncoderOptions>(o =>
            o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All)
        );
        services.AddAntiforgery(o =>
        {
            o.Cookie.Name = "thidua-form";
            o.Cookie.SameSite = SameSiteMode.Strict;
        });
        services.Configure<RequestLocalizationOptions>(o =>
        {
            o.DefaultRequestCulture = new RequestCulture(App.Vietnamese);
            o.SupportedCultures = o.SupportedUICultures = [App.Vietnamese, App.English];
            // Vietnamese is the first language whatever the browser says; English is chosen, by cookie.
            o.RequestCultureProviders = [new CookieRequestCultureProvider { CookieName = "thidua-language" }];
        });
        services.AddResponseCompression(o =>
        {
            o.EnableForHttps = false;
            o.Providers.Add<BrotliCompressionProvider>();
            o.Providers.Add<GzipCompressionProvider>();
        });
        services.Configure<BrotliCompressionProviderOptions>(o => o.Level = System.IO.Compression.CompressionLevel.Fastest);
    }
}
